package fbmsg.cli.talk;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.message.Content;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;

/** Sends one message and prints its id. */
public final class SendCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "send", "Send a message from a Page to a user.")
            .footer(
                    "",
                    "The user must have written to the Page first: their PSID is the \"from\" of that message. "
                            + "The id means that Vonage has queued the message; what becomes of it is told by status webhooks. "
                            + "A message is sent once and never repeated: exit code 76 means that it may have been taken.",
                    "",
                    "Examples:",
                    "  fbmsg send --from 107000000000001 --to 2345678901234567 --text 'Hello'",
                    "  date | fbmsg send --to 2345678901234567",
                    "  fbmsg send --to 2345678901234567 --text-file reply.txt --json",
                    "  fbmsg send --to 2345678901234567 --text 'See you at 3' \\",
                    "    --category message_tag --tag CONFIRMED_EVENT_UPDATE");
    private final Option<String> from = syntax.text("--from", "PAGE_ID", "The Page (default: the profile's page_id).");
    private final Option<String> to = syntax.requiredText("--to", "PSID", "The user.");
    private final MessageOptions options = new MessageOptions(syntax);
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
        if (signing.keyOnStdin() && (options.claimsStdin() || !options.hasContent())) {
            throw Failure.usage("the key and the text cannot both be on standard input", "give --text or --text-file");
        }
        Settings settings = session.settings(signing);
        OutboundMessage message = message(settings);
        try (Messenger messenger = options.messenger(session, settings)) {
            if (options.dryRun()) {
                session.printer().text(messenger.show(message));
                return Exit.OK;
            }
            return new SendReport(session, options.json()).one(message, Told.of(messenger.send(message)));
        }
    }

    /** What the options say, checked as the API would. */
    OutboundMessage message(Settings settings) {
        return new OutboundMessage(
                page(settings),
                new Psid(to.required()),
                new Content.Text(TextInput.read(session, options)),
                options.purpose(),
                options.clientRef());
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
