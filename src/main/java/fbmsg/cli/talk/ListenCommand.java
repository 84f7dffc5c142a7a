package fbmsg.cli.talk;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.PortNumber;
import fbmsg.cli.typed.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Receives webhooks on a local port and prints the messages. */
@CommandLine.Command(
        name = "listen",
        description = "Receive messages: one JSON record a line.",
        footer = {
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
            "  fbmsg listen --count 10 --verify require > messages.jsonl"
        })
public final class ListenCommand implements Command {
    private final Session session;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "Port; 0 takes any free one (default: 3000).")
    Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Address to listen on (default: 127.0.0.1, and ::1 where there is one).")
    String bind;

    @Option(names = "--path", paramLabel = "PATH", description = "The only path that is taken (default: any).")
    String path;

    @Option(names = "--count", paramLabel = "N", description = "End after so many messages (default: 1).")
    int count = 1;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "Give up after that long, with exit code 124.")
    Duration timeout;

    @Option(
            names = "--print",
            paramLabel = "FIELD",
            description = {"Print one field of each record: from, text,", "payload.message.content.type, and so on."})
    String field;

    @Option(names = "--raw", description = "Print each body's own bytes, and a newline.")
    boolean raw;

    @Option(
            names = "--verify",
            paramLabel = "WHEN",
            converter = VerifyName.class,
            completionCandidates = VerifyName.class,
            description = "Check signatures: auto (default: if a secret is configured), require, or off.")
    Verify verify = Verify.AUTO;

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How old a signature may be (default: 25h, Vonage's redeliveries included).")
    Duration maxAge = Duration.ofHours(25);

    @Option(
            names = "--ack-timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "Answer 503 if writing takes longer (default: 10s).")
    Duration ackTimeout = Duration.ofSeconds(10);

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "Largest body taken, for example 512k or 2m (default: 1m).")
    int maxBody = 1 << 20;

    @Option(names = "--port-file", paramLabel = "FILE", description = "Write the port into a file while listening.")
    String portFile;

    /** When signatures are checked. */
    enum Verify {
        AUTO,
        REQUIRE,
        OFF
    }

    public ListenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        return new Listening(session, plan()).run();
    }

    /** What the options ask for. */
    ListenPlan plan() {
        if (count < 1) {
            throw Failure.usage("--count " + count + " takes no message", "give 1 or more");
        }
        if (raw && field != null) {
            throw Failure.usage("--raw and --print exclude each other", "give one of them");
        }
        if (bind != null && bind.isBlank()) {
            throw Failure.usage("--bind is empty", "leave it out, or give an address of this machine");
        }
        if (path != null && !path.startsWith("/")) {
            throw Failure.usage("--path " + path + " does not begin with a slash", "give for example /inbound");
        }
        return new ListenPlan(
                Optional.ofNullable(port),
                Optional.ofNullable(bind),
                Optional.ofNullable(path),
                count,
                Optional.ofNullable(timeout),
                raw ? ListenPlan.Form.RAW : field != null ? ListenPlan.Form.FIELD : ListenPlan.Form.RECORD,
                Optional.ofNullable(field),
                verify,
                maxAge,
                ackTimeout,
                maxBody,
                Optional.ofNullable(portFile));
    }

    static final class VerifyName implements CommandLine.ITypeConverter<Verify>, Iterable<String> {
        @Override
        public Verify convert(String typed) {
            return Arrays.stream(Verify.values())
                    .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + typed + "' is none of auto, require and off"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Verify.values())
                    .map(v -> v.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
