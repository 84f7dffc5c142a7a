package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.PortNumber;
import fbmsg.cli.typed.Rate;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.world.Account;
import fbmsg.emulator.world.Ids;
import fbmsg.emulator.world.Pace;
import java.util.Optional;

/** Serves the emulator until it is told to end. */
public final class EmulateCommand implements Command {
    private static final String INBOUND = "http://127.0.0.1:3000/webhooks/inbound";
    private static final String STATUS = "http://127.0.0.1:3000/webhooks/status";

    private final Session session;

    private final Syntax syntax = Syntax.of(
                    this, "emulate", "Serve the Messages API on this machine, for tests and tries.")
            .footer(
                    "",
                    "Prints its base URL; open that in a browser to chat with the Page as its users, and to see every "
                            + "request and webhook. The settings to use it with go to standard error, and into --env-file. It "
                            + "makes an application and a key for this run, and checks tokens, messages and links as the API "
                            + "does, with its own errors. Ctrl-C ends it, and removes the files that it has made.",
                    "",
                    "Served are POST /v1/messages and /v0.1/messages, /v2/applications, /beta/chatapp-accounts, and for tests:",
                    "  POST /emulator/users/PSID/messages  {\"text\":\"Hi\"}, or image, file, ...",
                    "  GET  /emulator/messages             what Pages sent, with its statuses",
                    "  GET  /emulator/webhooks             every webhook, with its attempts",
                    "  POST /emulator/clock                {\"advance\":\"25h\"}",
                    "  POST /emulator/faults               {\"fault\":\"429\",\"times\":2}; GET lists them",
                    "  POST /emulator/reset                as it was at the start",
                    "  GET  /emulator/events               what happens (server-sent events)",
                    "",
                    "Each fault has a recipient of its own too: a message to 9000000000001340 is rejected with 1340, one to "
                            + "9000000000000429 is answered 429.",
                    "",
                    "Webhooks are signed, and come again after 5, 10, 20 seconds and so on until they are answered 200. A "
                            + "message is submitted, delivered and read within two seconds; or rejected, with 1300 where the user "
                            + "has never written to the Page, with 1340 where that is more than 24 hours ago and the message has no "
                            + "tag. Files are fetched from this machine alone.",
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
                    "  curl http://127.0.0.1:4010/emulator/messages",
                    "  # in CI: the same ids each time, and no waiting",
                    "  fbmsg emulate --port 0 --port-file port --seed 1 --time-scale 0");

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
    private final Option<String> timeScale = syntax.text(
            "--time-scale", "FACTOR", "Multiplies all waiting: for statuses, and between attempts (default: 1).");
    private final Option<Rate> rate = syntax.value(
            "--rate", "N/s", new Rate.Text(), "Refuse more messages with 429; also N/m and N/h (default: none).");
    private final Option<String> seed = syntax.text("--seed", "N", "Make the same ids in each run.");
    private final Option<String> bind = syntax.text(
            "--bind",
            "ADDR",
            "Address to listen on, for other machines and containers (default: 127.0.0.1, and ::1 where there is one).");

    public EmulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        Ids ids = seed.value()
                .map(EmulateCommand::seeded)
                .orElseGet(() -> Ids.from(session.host().ids()));
        Account.Callbacks callbacks = new Account.Callbacks(
                Optional.of(CallbackUrl.of(inboundUrl.or(INBOUND)).toString()),
                Optional.of(CallbackUrl.of(statusUrl.or(STATUS)).toString()),
                webhookVersion.or(Version.V1));
        String apiKey = ids.other().substring(0, 8);
        EmulatorPlan plan = new EmulatorPlan(
                new Account(apiKey, ids.other(), callbacks),
                ids.other(),
                ids,
                scale(timeScale.or("1")),
                rate.value().map(limit -> new Pace(limit.count(), limit.in())),
                bind.value().map(EmulateCommand::address),
                session.offline());
        return new Emulation(session, port.or(4010), plan, portFile.value(), envFile.value()).run();
    }

    private static BindAddress address(String typed) {
        if (typed.isBlank()) {
            throw Failure.usage("--bind is empty", "leave it out, or give an address of this machine");
        }
        return BindAddress.of(typed);
    }

    private static Ids seeded(String typed) {
        if (!typed.matches("-?[0-9]{1,18}")) {
            throw Failure.usage("--seed " + typed + " is no whole number", "give for example 1");
        }
        return Ids.seeded(Long.parseLong(typed));
    }

    private static double scale(String typed) {
        if (!typed.matches("[0-9]{1,3}([.][0-9]{1,6})?")) {
            throw Failure.usage("--time-scale " + typed + " is no factor", "give for example 0.01");
        }
        return Double.parseDouble(typed);
    }
}
