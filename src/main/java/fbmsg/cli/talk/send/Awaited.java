package fbmsg.cli.talk.send;

import fbmsg.cli.ErrorRecord;
import fbmsg.cli.Exit;
import fbmsg.json.Document;
import fbmsg.message.MessageId;
import fbmsg.message.Psid;
import fbmsg.message.StatusUpdate;
import java.util.Optional;

/**
 * What became of a message that was waited for.
 *
 * @param status the one that decided it, else the furthest; empty if none came
 * @param message one line, {@code WHAT HAPPENED; WHAT TO DO}; empty of a success
 */
record Awaited(Psid to, MessageId id, Exit exit, Optional<StatusUpdate> status, String message) {

    static Awaited of(Psid to, MessageId id, Optional<StatusUpdate> status, WaitPlan plan) {
        if (status.isPresent() && status.get().failed()) {
            boolean rejected = status.get().status().equals("rejected");
            return new Awaited(
                    to,
                    id,
                    rejected ? Exit.DATA : Exit.UNAVAILABLE,
                    status,
                    "the message " + id + " " + Undelivered.of(status.get()).line());
        }
        boolean reached = status.flatMap(StatusUpdate::stage)
                .filter(stage -> stage.compareTo(plan.stage()) >= 0)
                .isPresent();
        return reached
                ? new Awaited(to, id, Exit.OK, status, "")
                : new Awaited(to, id, Exit.TIMED_OUT, status, timedOut(id, status, plan));
    }

    private static String timedOut(MessageId id, Optional<StatusUpdate> status, WaitPlan plan) {
        String within = " within " + plan.timeout().toSeconds() + " s; do not send it again";
        return "the message was sent as " + id
                + status.map(last -> ", and was " + last.status() + " but not "
                                + plan.stage().wire() + within)
                        .orElse(", and no status of it came" + within
                                + ", and see that its status URL leads to this port");
    }

    /**
     * {@code {"v":1,"ok":true,"to":"…","message_uuid":"…","status":"delivered","timestamp":"…"}}; a failure has {@code
     * "ok":false} and an {@code error}, and no status where none came. Fields are only ever added.
     */
    public Document record() {
        Document.Builder record = Document.object()
                .with("v", 1)
                .with("ok", exit == Exit.OK)
                .with("to", to.value())
                .with("message_uuid", id.value())
                .with("status", status.map(StatusUpdate::status))
                .with("timestamp", status.map(StatusUpdate::timestamp));
        if (exit != Exit.OK) {
            record.with("error", error());
        }
        return record.build();
    }

    /** As of a message that was not sent; {@code status_code} is the API's, digits as text. */
    private Document error() {
        Document.Builder error = ErrorRecord.error(exit, message);
        status.filter(StatusUpdate::failed).ifPresent(failed -> {
            error.with("retryable", Undelivered.of(failed).retryable());
            error.with(
                    "status_code", failed.error().map(StatusUpdate.Error::code).filter(code -> !code.isEmpty()));
            error.with("detail", failed.error().map(StatusUpdate.Error::detail).filter(text -> !text.isEmpty()));
        });
        return error.build();
    }
}
