package fbmsg.cli.talk.messenger;

import fbmsg.Failure;
import fbmsg.api.Outcome;
import fbmsg.cli.ErrorRecord;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.message.OutboundMessage;

/** Tells what became of a message: its id or a record on standard output, an error on standard error. */
public final class SendReport {
    private final Session session;
    private final boolean json;

    public SendReport(Session session, boolean json) {
        this.session = session;
        this.json = json;
    }

    /** The only message of a run. */
    public Exit one(OutboundMessage message, Outcome outcome) {
        Told told = told(outcome);
        if (told.accepted()) {
            print(told, message.to().value(), record(message).with("message_uuid", told.message()));
        } else {
            session.complain(told.message());
            if (json) {
                session.printer().talk(JsonText.compact(ErrorRecord.of(told.error())));
            }
        }
        return told.exit();
    }

    /** The last one, of the parts of one text, was not sent. */
    public void stopped(int index, int parts) {
        if (parts > 1) {
            session.complain("that was part " + (index + 1) + " of " + parts
                    + "; the parts before it were sent, those after it were not");
        }
    }

    public Told told(Outcome outcome) {
        return Told.of(outcome, session.host().clock().instant());
    }

    /** The answer to an inbound message, one of perhaps many. */
    public Told answer(int line, OutboundMessage message, String inReplyTo, Told told) {
        if (told.accepted()) {
            print(
                    told,
                    message.to().value(),
                    record(message).with("message_uuid", told.message()).with("in_reply_to", inReplyTo));
            return told;
        }
        return failed(line, message.to().value(), told);
    }

    /** An answer that could not be given; to is empty where nobody knows whom. */
    public Told failed(int line, String to, Told told) {
        session.complain("input line " + line + ": " + told.message());
        if (json) {
            Document.Builder record =
                    Document.object().with("v", 1).with("line", line).with("ok", false);
            if (!to.isEmpty()) {
                record.with("to", to);
            }
            session.printer()
                    .line(JsonText.compact(record.with("error", told.error()).build()));
        }
        return told;
    }

    private static Document.Builder record(OutboundMessage message) {
        return Document.object()
                .with("v", 1)
                .with("ok", true)
                .with("to", message.to().value());
    }

    /** An id that cannot be printed is said all the same: the message is on its way. */
    private void print(Told told, String to, Document.Builder record) {
        try {
            session.printer().line(json ? JsonText.compact(record.build()) : told.message());
        } catch (Failure e) {
            session.complain("the message " + told.message() + " to " + to + " was sent; do not send it again");
            throw e;
        }
    }
}
