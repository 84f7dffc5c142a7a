package fbmsg.webhook;

import fbmsg.http.Reply;
import fbmsg.message.InboundMessage;
import fbmsg.message.StatusUpdate;
import java.util.function.Consumer;

/** Hands over what is wanted, and says of the rest what it was and what it was answered. */
public final class ListenDesk implements Desk {
    private final Filter filter;
    private final Handover handover;
    private final Consumer<String> notes;
    private final Consumer<String> warnings;

    /**
     * @param notes is told, a line each, what was not handed on
     * @param warnings is told that a message was not delivered, and why
     */
    public ListenDesk(Filter filter, Handover handover, Consumer<String> notes, Consumer<String> warnings) {
        this.filter = filter;
        this.handover = handover;
        this.notes = notes;
        this.warnings = warnings;
    }

    @Override
    public Reply answer(Received received) {
        if (filter.wants(received.event())) {
            return handover.handOver(received);
        }
        received.request().turn().pass();
        return received.event().match(inbound -> left(received, inbound), status -> left(received, status));
    }

    private Reply left(Received received, InboundMessage inbound) {
        notes.accept(received.named() + " (" + inbound.content().type() + " of user "
                + inbound.from().value() + ") is not asked for: "
                + (filter.comesAgain(inbound) ? "answered 503, it comes again" : "answered, it is gone"));
        return answer(filter.comesAgain(inbound));
    }

    private Reply left(Received received, StatusUpdate status) {
        String why = status.error()
                .map(error -> ", code " + error.code() + ": " + error.detail())
                .orElse("");
        String more = status.error()
                .filter(error -> error.code().matches("[0-9]{1,9}"))
                .map(error -> "; see: fbmsg explain " + error.code())
                .orElse("");
        String answered = filter.comesAgain(status) ? " (answered 503, it comes again)" : " (answered, not printed)";
        (status.failed() ? warnings : notes).accept(received.named() + why + answered + more);
        return answer(filter.comesAgain(status));
    }

    private static Reply answer(boolean comesAgain) {
        return comesAgain ? Desk.later("not asked for") : Reply.of(200);
    }
}
