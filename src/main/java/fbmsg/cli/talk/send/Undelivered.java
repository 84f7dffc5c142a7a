package fbmsg.cli.talk.send;

import fbmsg.catalogue.DeliveryErrors;
import fbmsg.catalogue.Retry;
import fbmsg.cli.talk.messenger.NextStep;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.message.StatusUpdate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a message that was accepted did not arrive, and what to do. */
final class Undelivered {
    private final StatusUpdate status;
    private final String code;

    private Undelivered(StatusUpdate status) {
        this.status = status;
        this.code = status.error().map(StatusUpdate.Error::code).orElse("");
    }

    static Undelivered of(StatusUpdate status) {
        return new Undelivered(status);
    }

    /** Whether the same message may arrive later; it has not arrived now. */
    boolean retryable() {
        return DeliveryErrors.find(code).stream().anyMatch(error -> error.retry() == Retry.YES);
    }

    /** What follows "the message ID": {@code was rejected (1340: Outside of the allowed window); WHAT TO DO}. */
    String line() {
        String why = Stream.concat(
                        Stream.of(code), status.error().map(StatusUpdate.Error::detail).map(Told::unstopped).stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        String was = status.status().equals("rejected") ? "was rejected" : "is undeliverable";
        return was + (why.isEmpty() ? ", and it is not said why" : " (" + why + ")") + "; " + todo();
    }

    private String todo() {
        return NextStep.ofDelivery(code).orElse("it did not arrive, and the same would hardly arrive later");
    }
}
