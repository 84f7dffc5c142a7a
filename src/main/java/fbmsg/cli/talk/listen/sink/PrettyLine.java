package fbmsg.cli.talk.listen.sink;

import fbmsg.cli.SafeText;
import fbmsg.message.InboundMessage;
import fbmsg.message.StatusUpdate;
import fbmsg.webhook.Received;

/** An event as one line for a person: when, which user, what. Whatever strangers typed is made fit for a terminal. */
final class PrettyLine {
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final Received received;
    private final boolean colored;

    PrettyLine(Received received, boolean colored) {
        this.received = received;
        this.colored = colored;
    }

    @Override
    public String toString() {
        return painted(DIM, received.event().timestamp()) + "  " + painted(BOLD, received.user()) + "  "
                + received.event().match(this::content, this::status);
    }

    private String content(InboundMessage message) {
        return message.content()
                .match(
                        text -> SafeText.shown(text.text()),
                        media -> kind(media.type()) + " "
                                + SafeText.shown(received.file().orElse(media.url())),
                        raw -> kind(raw.type()),
                        other -> kind(other.type()));
    }

    private String kind(String type) {
        return painted(DIM, "[" + type + "]");
    }

    private String status(StatusUpdate status) {
        String what = painted(status.failed() ? RED : "", status.status());
        String why = status.error()
                .map(error -> " (" + SafeText.shown(error.code() + ": " + error.detail()) + ")")
                .orElse("");
        return painted(DIM, "message " + status.id()) + " " + what + why;
    }

    private String painted(String color, String text) {
        String safe = SafeText.shown(text);
        return colored && !color.isEmpty() ? color + safe + PLAIN : safe;
    }
}
