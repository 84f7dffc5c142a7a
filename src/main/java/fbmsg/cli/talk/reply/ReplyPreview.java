package fbmsg.cli.talk.reply;

import fbmsg.Failure;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.json.JsonSequence;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.Terms;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A dry run of {@code reply}: every request that would leave, and every record that cannot be answered. */
record ReplyPreview(
        Session session, Messenger messenger, Terms terms, Function<InboundMessage, List<Content>> answers) {

    Exit show(JsonSequence records) {
        Exit worst = Exit.OK;
        boolean any = false;
        try {
            for (Optional<JsonSequence.Item> item = records.next(); item.isPresent(); item = records.next()) {
                any = true;
                try {
                    InboundRecord.decode(item.get()).ifPresent(this::show);
                } catch (NotAnEvent | InvalidMessage e) {
                    session.complain("input line " + item.get().line() + ": " + e.getMessage());
                    worst = Exit.DATA;
                }
            }
        } catch (IOException e) {
            throw Failure.missing("standard input cannot be read: " + e.getMessage(), "check the pipe");
        }
        if (!any) {
            throw Failure.data("standard input is empty", "pipe in what 'fbmsg listen' prints");
        }
        return worst;
    }

    private void show(InboundMessage inbound) {
        for (Content content : answers.apply(inbound)) {
            session.printer().text(messenger.show(new OutboundMessage(inbound.to(), inbound.from(), content, terms)));
        }
    }
}
