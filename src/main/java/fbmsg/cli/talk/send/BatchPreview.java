package fbmsg.cli.talk.send;

import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.sending.Lines;
import java.io.IOException;
import java.util.function.Function;

/** A dry run of a batch: every request that would leave, and every line that is no message. */
final class BatchPreview {
    private final Session session;
    private final Messenger messenger;
    private Exit worst = Exit.OK;
    private boolean begun;

    BatchPreview(Session session, Messenger messenger) {
        this.session = session;
        this.messenger = messenger;
    }

    Exit show(Lines lines, Function<byte[], OutboundMessage> decoder) throws IOException {
        lines.each((number, bytes) -> {
            try {
                session.printer().text((begun ? "\n" : "") + messenger.show(decoder.apply(bytes)));
                begun = true;
            } catch (InvalidMessage e) {
                session.complain("line " + number + ": " + e.getMessage());
                worst = worst.or(Exit.DATA);
            }
        });
        return worst;
    }
}
