package fbmsg.cli.talk.reply;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.talk.content.MessageOptions;
import fbmsg.cli.talk.content.TextInput;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.SendReport;
import fbmsg.cli.talk.messenger.StateFile;
import fbmsg.cli.typed.PathText;
import fbmsg.json.JsonSequence;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.Terms;
import fbmsg.sending.LeftOver;
import fbmsg.sending.Seen;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
                    "  fbmsg listen | fbmsg reply --template 'You said: {text}'",
                    "  fbmsg listen --count 9 | fbmsg reply --text Hi --seen seen --failed failed");
    private final Option<String> template =
            syntax.text("--template", "TEXT", "The text, with {text}, {from} and {type} of the message in it.");
    private final MessageOptions options = new MessageOptions(syntax);
    private final Option<String> seen = syntax.value(
            "--seen", "FILE", new PathText(), "Remember who was answered: over reruns too, nobody is answered twice.");
    private final Option<String> failed =
            syntax.value("--failed", "FILE", new PathText(), "Add to it the records that got no answer.");
    private final SigningOptions signing = new SigningOptions(syntax);

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
        StateFile.refuseSame(session, seen.value(), failed.value());
        Terms terms = options.terms(session);
        Function<InboundMessage, List<Content>> answers = answers();
        if (session.host().terminals().in()) {
            session.note("reading records from standard input");
        }
        JsonSequence records = new JsonSequence(session.host().in());
        try (Messenger messenger = options.messenger(session, session.settings(signing))) {
            if (options.dryRun()) {
                return new ReplyPreview(session, messenger, terms, answers).show(records);
            }
            warmUpMeanwhile(messenger, terms);
            return reply(messenger, terms, answers, records);
        }
    }

    private Exit reply(
            Messenger messenger, Terms terms, Function<InboundMessage, List<Content>> answers, JsonSequence records) {
        try (AnswerBook book = book()) {
            SendReport report = new SendReport(session, options.json());
            return new Replying(session, terms, answers, report, messenger, book).run(records);
        }
    }

    private AnswerBook book() {
        Optional<Seen> known = seen.value().map(typed -> StateFile.open(session, "the file", typed, Seen::open));
        try {
            return new AnswerBook(
                    known,
                    failed.value().map(typed -> LeftOver.open(session.paths().resolve(typed), "the file " + typed)));
        } catch (Failure e) {
            known.ifPresent(Seen::close);
            throw e;
        }
    }

    /** What is said to whom. */
    private Function<InboundMessage, List<Content>> answers() {
        if (template.isGiven()) {
            if (options.content().isGiven()) {
                throw Failure.usage(
                        "--template and " + options.content().given().get(0) + " exclude each other",
                        "give one of them");
            }
            Template text = Template.of(TextInput.argument(template.required()));
            return inbound -> options.parts(new Content.Text(text.filled(inbound)));
        }
        if (!options.content().isGiven()) {
            throw Failure.usage("there is nothing to answer", "give --text, --template, --image or another content");
        }
        List<Content> contents = options.contents(session);
        return inbound -> contents;
    }

    /** Only while there is nothing to do: most often the listener before us in the pipe waits for somebody to write. */
    private void warmUpMeanwhile(Messenger messenger, Terms terms) {
        try {
            if (session.host().in().available() == 0) {
                OutboundMessage sample =
                        new OutboundMessage(new PageId("0"), new Psid("0"), new Content.Text("Hi"), terms);
                session.host().spareTime().execute(() -> messenger.warmUp(sample));
            }
        } catch (IOException e) {
            // reading it will tell
        }
    }
}
