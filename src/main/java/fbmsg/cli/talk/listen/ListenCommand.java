package fbmsg.cli.talk.listen;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.PortNumber;
import fbmsg.cli.typed.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Receives webhooks on a local port and prints the messages. */
public final class ListenCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "listen", "Receive messages: one JSON record a line.")
            .footer(
                    "",
                    "Vonage must reach the port: through a tunnel, for example 'ngrok http 3000', 'cloudflared tunnel "
                            + "--url http://127.0.0.1:3000' or 'ssh -R'. Give the tunnel's URL as the application's inbound URL.",
                    "",
                    "A webhook is answered 200 only when its record is written and flushed, otherwise 503, and Vonage "
                            + "delivers it again for up to 24 hours. So every message reaches standard output at least once; what "
                            + "the reader of a pipe does with a line is its own affair. A message is printed once, however often it "
                            + "is delivered. Statuses are answered and not printed.",
                    "",
                    "Without a signature secret, whoever reaches the port can write records; see --verify.",
                    "",
                    "Examples:",
                    "  fbmsg listen --port 3000",
                    "  fbmsg listen | fbmsg reply --text 'Thanks!'",
                    "  psid=$(fbmsg listen --print from --timeout 5m)",
                    "  fbmsg listen --count 10 --verify require > messages.jsonl");
    private final Option<Integer> port =
            syntax.value("--port", "N", new PortNumber(), "Port; 0 takes any free one (default: 3000).");
    private final Option<String> bind =
            syntax.text("--bind", "ADDR", "Address to listen on (default: 127.0.0.1, and ::1 where there is one).");
    private final Option<String> path = syntax.text("--path", "PATH", "The only path that is taken (default: any).");
    private final Option<Integer> count = syntax.number("--count", "N", "End after so many messages (default: 1).");
    private final Option<Duration> timeout =
            syntax.value("--timeout", "DURATION", new Durations(), "Give up after that long, with exit code 124.");
    private final Option<String> field = syntax.text(
            "--print",
            "FIELD",
            "Print one field of each record: from, text,",
            "payload.message.content.type, and so on.");
    private final Flag raw = syntax.flag("--raw", "Print each body's own bytes, and a newline.");
    private final Option<Verify> verify = syntax.choice(
            "--verify",
            "WHEN",
            new VerifyName(),
            "Check signatures: auto (default: if a secret is configured), require, or off.");
    private final Option<Duration> maxAge = syntax.value(
            "--max-age",
            "DURATION",
            new Durations(),
            "How old a signature may be (default: 25h, Vonage's redeliveries included).");
    private final Option<Duration> ackTimeout = syntax.value(
            "--ack-timeout", "DURATION", new Durations(), "Answer 503 if writing takes longer (default: 10s).");
    private final Option<Integer> maxBody =
            syntax.value("--max-body", "SIZE", new Size(), "Largest body taken, for example 512k or 2m (default: 1m).");
    private final Option<String> portFile =
            syntax.text("--port-file", "FILE", "Write the port into a file while listening.");

    /** When signatures are checked. */
    public enum Verify {
        AUTO,
        REQUIRE,
        OFF
    }

    public ListenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        return new Listening(session, plan()).run();
    }

    /** What the options ask for. */
    ListenPlan plan() {
        int messages = count.or(1);
        if (messages < 1) {
            throw Failure.usage("--count " + messages + " takes no message", "give 1 or more");
        }
        if (raw.isGiven() && field.isGiven()) {
            throw Failure.usage("--raw and --print exclude each other", "give one of them");
        }
        if (bind.isGiven() && bind.required().isBlank()) {
            throw Failure.usage("--bind is empty", "leave it out, or give an address of this machine");
        }
        if (path.isGiven() && !path.required().startsWith("/")) {
            throw Failure.usage(
                    "--path " + path.required() + " does not begin with a slash", "give for example /inbound");
        }
        return new ListenPlan(
                port.value(),
                bind.value(),
                path.value(),
                messages,
                timeout.value(),
                raw.isGiven() ? ListenPlan.Form.RAW : field.isGiven() ? ListenPlan.Form.FIELD : ListenPlan.Form.RECORD,
                field.value(),
                verify.or(Verify.AUTO),
                maxAge.or(ListenPlan.USUAL_MAX_AGE),
                ackTimeout.or(ListenPlan.USUAL_ACK_TIMEOUT),
                maxBody.or(1 << 20),
                portFile.value());
    }

    static final class VerifyName implements ITypeConverter<Verify>, Iterable<String> {
        @Override
        public Verify convert(String typed) {
            return Arrays.stream(Verify.values())
                    .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + typed + "' is none of auto, require and off"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Verify.values())
                    .map(v -> v.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
