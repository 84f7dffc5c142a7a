package fbmsg.cli.talk;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Syntax;
import fbmsg.json.JsonSequence;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.Terms;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers inbound messages: reads records on standard input, swaps their from and to, sends. */
public final class ReplyCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "reply", "Answer the messages whose records come on standard input.")
            .footer(
                    "",
                    "Takes what 'fbmsg listen' prints, and webhooks of either version as Vonage sends them: a sequence "
                            + "of JSON values, a line each or not. Goes on after a failure; the exit code is that of the worst.",
                    "",
                    "Examples:",
                    "  fbmsg listen | fbmsg reply --text 'Thanks!'",
                    "  fbmsg reply --text 'We are open again' < messages.jsonl",
                    "  fbmsg listen | fbmsg reply --text-file thanks.txt --json");
    private final MessageOptions options = new MessageOptions(syntax);
    private final SigningOptions signing = new SigningOptions(syntax);

    private SendReport report;
    private Messenger messenger;
    private List<Content> contents;
    private Terms terms;

    public ReplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        if (options.content().claimsStdin() || signing.keyOnStdin()) {
            throw Failure.usage("the records come on standard input, nothing else can", "give a file's path");
        }
        if (!options.content().isGiven()) {
            throw Failure.usage("there is nothing to answer", "give --text, --image or another content");
        }
        terms = options.terms();
        contents = options.contents(session);
        if (session.host().terminals().in()) {
            session.note("reading records from standard input");
        }
        report = new SendReport(session, options.json());
        try (Messenger opened = options.messenger(session, session.settings(signing))) {
            messenger = opened;
            warmUpMeanwhile();
            return answerAll(new JsonSequence(session.host().in()));
        }
    }

    /** Only while there is nothing to do: most often the listener before us in the pipe waits for somebody to write. */
    private void warmUpMeanwhile() {
        try {
            if (!options.dryRun() && session.host().in().available() == 0) {
                OutboundMessage sample = new OutboundMessage(new PageId("0"), new Psid("0"), contents.get(0), terms);
                session.host().spareTime().execute(() -> messenger.warmUp(sample));
            }
        } catch (IOException e) {
            // reading it will tell
        }
    }

    private Exit answerAll(JsonSequence records) {
        Exit worst = Exit.OK;
        Optional<JsonSequence.Item> item = next(records);
        if (item.isEmpty()) {
            throw Failure.data("standard input is empty", "pipe in what 'fbmsg listen' prints");
        }
        for (; item.isPresent(); item = next(records)) {
            Told told = answer(item.get());
            worst = worst.or(told.exit());
            if (told.endsAll()) {
                session.complain("stopped: the records after line " + item.get().line() + " are not answered");
                break;
            }
        }
        return worst;
    }

    private Told answer(JsonSequence.Item item) {
        InboundMessage inbound;
        try {
            Optional<InboundMessage> found = InboundRecord.decode(item);
            if (found.isEmpty()) {
                session.note("input line " + item.line() + ": skipped, a status is nothing to answer");
                return Told.nothing();
            }
            inbound = found.get();
        } catch (NotAnEvent e) {
            Told told = Told.badData(e.getMessage(), "give what 'fbmsg listen' prints, or Vonage's webhooks");
            report.failed(item.line(), "", told);
            return told;
        }
        Told told = Told.nothing();
        for (Content content : contents) {
            OutboundMessage message = new OutboundMessage(inbound.to(), inbound.from(), content, terms);
            if (options.dryRun()) {
                session.printer().text(messenger.show(message));
                continue;
            }
            told = report.answer(item.line(), message, inbound.id().value(), messenger.send(message));
            if (!told.accepted()) {
                return told;
            }
        }
        return told;
    }

    private static Optional<JsonSequence.Item> next(JsonSequence records) {
        try {
            return records.next();
        } catch (IOException e) {
            throw Failure.missing("standard input cannot be read: " + e.getMessage(), "check the pipe");
        }
    }
}
