package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.Durations;
import fbmsg.config.Settings;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.WebhookSigner;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Posts one webhook to any URL, as Vonage would, and says what was answered. */
public final class TriggerCommand implements Command {
    private static final List<String> KINDS = List.of("inbound", "status");

    private final Session session;

    private final Syntax syntax = Syntax.of(this, "trigger", "Post one signed webhook to a URL, as Vonage would.")
            .footer(
                    "",
                    "Signs with the signature secret of the settings (the first one of the file). Prints the HTTP status; "
                            + "exits 1 if it is not 2xx. A status that is rejected or undeliverable comes with its usual error.",
                    "",
                    "Examples:",
                    "  fbmsg trigger inbound http://127.0.0.1:3000/ --text 'Hi'",
                    "  fbmsg trigger inbound http://127.0.0.1:3000/ --image https://a.example/b.png",
                    "  fbmsg trigger status http://127.0.0.1:3000/ --status rejected --api v0.1",
                    "  fbmsg trigger inbound https://a.example/hook --body b.json --bad-signature");
    private final Option<String> kind = syntax.argument("KIND", KINDS, "inbound or status.");
    private final Option<String> url = syntax.argument("URL", "Where to post it; http:// for this machine only.");
    private final TriggerOptions options = new TriggerOptions(syntax);
    private final Option<Duration> timeout =
            syntax.value("--timeout", "DURATION", new Durations(), "How long the answer may take (default: 30s).");

    public TriggerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        if (!KINDS.contains(kind.required())) {
            throw Failure.usage("'" + kind.required() + "' is neither inbound nor status", "give one of them");
        }
        boolean inbound = kind.required().equals("inbound");
        options.check(inbound);
        WebhookSigner.Signing signing = options.signing();
        CallbackUrl target = CallbackUrl.of(url.required());
        Settings settings = session.settings(Map.of());
        Trigger trigger = new Trigger(session, settings);
        byte[] body = options.bodyFile()
                .map(trigger::file)
                .orElseGet(() -> trigger.bytes(options.webhook(session, settings, inbound)));
        return trigger.post(target, body, signing, timeout.or(Duration.ofSeconds(30)));
    }
}
