package fbmsg.cli.talk;

import fbmsg.message.StatusUpdate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a message that was accepted did not arrive, and what to do (Vonage's asynchronous error codes, description of v1,
 * revision 1.20.0).
 */
final class Undelivered {
    /** Throttling, and networks and providers that have a bad moment. */
    private static final Set<String> PASSING = Set.of("1000", "1030", "1100", "1180", "1220", "1230", "1241", "1331");

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
        return PASSING.contains(code);
    }

    /** What follows "the message ID": {@code was rejected (1340: Outside of the allowed window); WHAT TO DO}. */
    String line() {
        String why = Stream.concat(
                        Stream.of(code),
                        status.error().map(StatusUpdate.Error::detail).map(Undelivered::unstopped).stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        String was = status.status().equals("rejected") ? "was rejected" : "is undeliverable";
        return was + (why.isEmpty() ? ", and it is not said why" : " (" + why + ")") + "; " + todo();
    }

    /** Without the full stop: more follows on the line. */
    private static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private String todo() {
        return switch (code) {
            case "1021" -> "give another --tag";
            case "1070" -> "look at the credit and quotas of the Vonage account";
            case "1120", "1420" -> "check --from, and that the Page is linked to the application";
            case "1170", "1300", "1430" ->
                "check --to: it is the \"from\" of a message that the user wrote to this very Page";
            case "1340" -> "wait until the user writes, or give --category message_tag and the --tag that allows it";
            case "1370" -> "link the Page to Vonage again, see: fbmsg link";
            case "1380", "1381", "1382" ->
                "check the file at the URL: that anybody can fetch it, its size and its type";
            default ->
                retryable()
                        ? "it did not arrive: send it again later"
                        : "it did not arrive, and the same would hardly arrive later";
        };
    }
}
