package fbmsg.webhook;

import fbmsg.http.Reply;
import fbmsg.message.StatusUpdate;
import java.util.function.Consumer;

/** Hands messages over. Statuses, which nobody asked for, are answered: they would otherwise come again for a day. */
final class MessageDesk implements Desk {
    private final Handover handover;
    private final Consumer<String> notes;
    private final Consumer<String> warnings;

    MessageDesk(Handover handover, Consumer<String> notes, Consumer<String> warnings) {
        this.handover = handover;
        this.notes = notes;
        this.warnings = warnings;
    }

    @Override
    public Reply answer(Received received) {
        return received.event().match(inbound -> handover.handOver(received), this::unwanted);
    }

    private Reply unwanted(StatusUpdate status) {
        String what = "status " + status.status() + " of message " + status.id();
        String why = status.error()
                .map(error -> ", code " + error.code() + ": " + error.detail())
                .orElse("");
        String more = status.error()
                .filter(error -> error.code().matches("[0-9]{1,9}"))
                .map(error -> "; see: fbmsg explain " + error.code())
                .orElse("");
        (status.failed() ? warnings : notes).accept(what + why + " (answered, not printed)" + more);
        return Reply.of(200);
    }
}
