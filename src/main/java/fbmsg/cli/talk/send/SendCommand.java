package fbmsg.cli.talk.send;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.talk.content.MessageOptions;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.SendReport;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.message.Content;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.Terms;
import java.util.ArrayList;
import java.util.List;

/** Sends one message and prints its id. */
public final class SendCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "send", "Send a message from a Page to a user.")
            .footer(
                    "",
                    "The user must have written to the Page first: their PSID is the \"from\" of that message. "
                            + "The id means that Vonage has queued the message; what becomes of it is told by status webhooks. "
                            + "Three attempts are made, but what may have been taken is never repeated: that is exit code 76.",
                    "",
                    "With --wait, they must reach a port here: through a tunnel, as for 'fbmsg listen', whose URL is the "
                            + "application's status URL or this message's --webhook-url. Beside a running listener, give "
                            + "another --port, and a --webhook-url that leads to it. A message that ends rejected is exit code "
                            + "65, undeliverable 69. If neither that nor STATUS has come in time it is 124, and the message was "
                            + "sent all the same. What else comes to the port is answered 503, so that it comes again.",
                    "",
                    "Examples:",
                    "  fbmsg send --from 107000000000001 --to 2345678901234567 --text 'Hello'",
                    "  date | fbmsg send --to 2345678901234567",
                    "  fbmsg send --to 2345678901234567 --text-file reply.txt --json",
                    "  fbmsg send --to 2345678901234567 --image https://example.com/cat.png",
                    "  fbmsg send --to 2345678901234567 --text 'See you at 3' \\",
                    "    --category message_tag --tag CONFIRMED_EVENT_UPDATE",
                    "  fbmsg send --to 2345678901234567 --text 'Hello' --wait delivered --port 3001 \\",
                    "    --webhook-url https://example.ngrok.app/webhooks/status");
    private final Option<String> from = syntax.text("--from", "PAGE_ID", "The Page (default: the profile's page_id).");
    private final Option<String> to = syntax.text("--to", "PSID", "The user.");
    private final MessageOptions options = new MessageOptions(syntax);
    private final WaitOptions wait = new WaitOptions(syntax);
    private final BatchOptions batch = new BatchOptions(syntax);
    private final SigningOptions signing = new SigningOptions(syntax);

    public SendCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        wait.check(batch.isGiven() ? "--batch" : options.dryRun() ? "--dry-run" : "");
        if (batch.isGiven()) {
            return runBatch();
        }
        batch.refuseWithoutBatch();
        boolean textOnStdin =
                options.content().claimsStdin() || !options.content().isGiven();
        if (signing.keyOnStdin() && textOnStdin) {
            throw Failure.usage("the key and the text cannot both be on standard input", "give --text or --text-file");
        }
        Settings settings = session.settings(signing);
        List<OutboundMessage> messages = messages(settings);
        try (Messenger messenger = options.messenger(session, settings)) {
            if (wait.isGiven()) {
                return new Waiting(session, wait.plan(), options.json()).run(settings, messenger, messages);
            }
            return options.dryRun() ? show(messenger, messages) : send(messenger, messages);
        }
    }

    private Exit runBatch() {
        if (signing.keyOnStdin() && batch.batch().equals("-")) {
            throw Failure.usage("the key and the batch cannot both be on standard input", "give a file's path");
        }
        List<String> content = options.content().given();
        if (to.isGiven() || !content.isEmpty() || options.content().splits()) {
            String name = to.isGiven() ? "--to" : content.isEmpty() ? "--split" : content.get(0);
            throw Failure.usage("--batch and " + name + " exclude each other", "say it in each line of the batch");
        }
        return new BatchRun(session, options, batch, session.settings(signing), from.value()).run();
    }

    private Exit show(Messenger messenger, List<OutboundMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            session.printer().text((i == 0 ? "" : "\n") + messenger.show(messages.get(i)));
        }
        return Exit.OK;
    }

    /** The parts of one text in their order, each only when the one before was accepted. */
    private Exit send(Messenger messenger, List<OutboundMessage> messages) {
        SendReport report = new SendReport(session, options.json());
        Exit exit = Exit.OK;
        for (int i = 0; i < messages.size() && exit == Exit.OK; i++) {
            exit = report.one(messages.get(i), messenger.send(messages.get(i)));
            if (exit != Exit.OK) {
                report.stopped(i, messages.size());
            }
        }
        return exit;
    }

    /** What the options say, checked as the API would. */
    List<OutboundMessage> messages(Settings settings) {
        PageId page = page(settings);
        Psid user = new Psid(to.value()
                .orElseThrow(() -> Failure.usage("there is nobody to send to", "give --to PSID, or --batch FILE")));
        Terms terms = options.terms(session);
        List<OutboundMessage> messages = new ArrayList<>();
        for (Content content : options.contents(session)) {
            messages.add(new OutboundMessage(page, user, content, terms));
        }
        return messages;
    }

    private PageId page(Settings settings) {
        return from.value()
                .or(() -> settings.value(Key.PAGE_ID))
                .map(PageId::new)
                .orElseThrow(() -> Failure.usage(
                        "there is no Page to send from",
                        "give --from PAGE_ID, or run: fbmsg config set page_id PAGE_ID"));
    }
}
