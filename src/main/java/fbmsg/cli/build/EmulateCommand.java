package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.PortNumber;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Version;

/** Serves the emulator until it is told to end. */
public final class EmulateCommand implements Command {
    private static final String INBOUND = "http://127.0.0.1:3000/webhooks/inbound";
    private static final String STATUS = "http://127.0.0.1:3000/webhooks/status";

    private final Session session;

    private final Syntax syntax = Syntax.of(
                    this, "emulate", "Serve the Messages API on this machine, for tests and tries.")
            .footer(
                    "",
                    "Prints its base URL; the settings to use it with go to standard error, and into --env-file. It makes "
                            + "an application and a key for this run, checks tokens and messages as the API does, and answers with "
                            + "its own errors. Ctrl-C ends it, and removes the files that it has made.",
                    "",
                    "A user writes by POST /emulator/users/PSID/messages with JSON, {\"text\":\"Hi\"} or image, audio, video "
                            + "or file with a URL, and page. The signed webhook goes to --inbound-url, and again after 5, 10, 20 "
                            + "seconds and so on until it is answered 200. What became of the Page's messages goes to --status-url: "
                            + "submitted and delivered, or rejected with 1300 where the user has never written to the Page, and "
                            + "with 1340 where that is more than 24 hours ago and the message has no tag. GET /emulator/webhooks "
                            + "shows every attempt, GET /emulator/messages what was accepted from the Page.",
                    "",
                    "Examples:",
                    "  fbmsg emulate",
                    "  fbmsg emulate --env-file emulator.env",
                    "  # and in another terminal, in the same folder:",
                    "  . ./emulator.env",
                    "  fbmsg listen | fbmsg reply --text 'Thanks!'",
                    "  # and in a third one, be the user:",
                    "  curl -H 'Content-Type: application/json' -d '{\"text\":\"Hi\"}' \\",
                    "    http://127.0.0.1:4010/emulator/users/1111111111111111/messages",
                    "  curl http://127.0.0.1:4010/emulator/messages");

    private final Option<Integer> port =
            syntax.value("--port", "N", new PortNumber(), "Port; 0 takes any free one (default: 4010).");
    private final Option<String> portFile =
            syntax.text("--port-file", "FILE", "Write the port into a file, which is removed at the end.");
    private final Option<String> envFile =
            syntax.text("--env-file", "FILE", "Write the settings into a file to source; it is removed at the end.");

    private final Option<String> inboundUrl =
            syntax.text("--inbound-url", "URL", "Where users' messages are posted (default: " + INBOUND + ").");
    private final Option<String> statusUrl =
            syntax.text("--status-url", "URL", "Where it is told what became of messages (default: " + STATUS + ").");
    private final Option<Version> webhookVersion = syntax.choice(
            "--webhook-version",
            "VERSION",
            Words.of(Version.values(), Version::wire),
            "The form of the webhooks: v1 (default) or v0.1.");
    private final Option<String> timeScale =
            syntax.text("--time-scale", "FACTOR", "Multiplies the times between deliveries of a webhook (default: 1).");

    public EmulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        WebhookPlan webhooks = new WebhookPlan(
                CallbackUrl.of(inboundUrl.or(INBOUND)),
                CallbackUrl.of(statusUrl.or(STATUS)),
                webhookVersion.or(Version.V1),
                session.host().ids().get(),
                scale(timeScale.or("1")),
                session.offline());
        return new Emulation(session, port.or(4010), webhooks, portFile.value(), envFile.value()).run();
    }

    private static double scale(String typed) {
        if (!typed.matches("[0-9]{1,3}([.][0-9]{1,6})?")) {
            throw Failure.usage("--time-scale " + typed + " is no factor", "give for example 0.01");
        }
        return Double.parseDouble(typed);
    }
}
