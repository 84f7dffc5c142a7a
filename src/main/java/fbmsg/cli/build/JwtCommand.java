package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Application;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.Times;
import fbmsg.json.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a token of the application: the token and a newline, nothing else. */
@CommandLine.Command(
        name = "jwt",
        description = "Sign a JWT of the application.",
        footer = {
            "",
            "A VALUE of --claim that is a JSON number, true, false, null, object, array or quoted string is "
                    + "taken as that; anything else is a text.",
            "",
            "Examples:",
            "  fbmsg jwt",
            "  fbmsg jwt --ttl 1h --claim role=tester",
            "  fbmsg jwt --header | curl -H @- https://api.nexmo.com/beta/chatapp-accounts",
            "  fbmsg jwt | fbmsg jwt decode"
        })
public final class JwtCommand implements Command {
    private static final Duration SHORTEST_DOCUMENTED = Duration.ofSeconds(30);

    private final Session session;

    @Mixin
    private final SigningOptions signing = new SigningOptions();

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long it is valid: 90s, 5m, 1h; at most 24h (default: 15m).")
    Duration ttl;

    @Option(
            names = "--exp",
            paramLabel = "TIME",
            converter = Times.class,
            description = "When it expires: RFC 3339 or unix seconds.")
    Instant exp;

    @Option(
            names = "--nbf",
            paramLabel = "TIME",
            converter = Times.class,
            description = "Not valid before: RFC 3339 or unix seconds.")
    Instant nbf;

    @Option(names = "--sub", paramLabel = "SUBJECT", description = "Subject: a user of Vonage's Client SDKs.")
    String sub;

    @Option(names = "--acl", paramLabel = "JSON", description = "Permissions: {\"paths\":{\"/*/messages/**\":{}}}.")
    String acl;

    @Option(names = "--claim", paramLabel = "NAME=VALUE", description = "One more claim; may be repeated.")
    List<String> claims = new ArrayList<>();

    @Option(names = "--header", description = "Print 'Authorization: Bearer TOKEN', for curl -H @-.")
    boolean header;

    JwtCommand(Session session) {
        this.session = session;
    }

    /** With its own commands, {@code decode} and {@code verify}, when one of them or the help is asked for. */
    public static CommandLine assemble(Session session, boolean whole) {
        CommandLine line = new CommandLine(new JwtCommand(session));
        if (whole) {
            line.addSubcommand(new JwtDecodeCommand(session));
            line.addSubcommand(new JwtVerifyCommand(session));
        }
        return line;
    }

    @Override
    public Exit run() {
        Instant now = session.host().clock().instant();
        Instant expires = expiry(now);
        checkNotBefore(now, expires);
        List<ExtraClaim> extra = ExtraClaim.parse(claims);
        Optional<Document> permissions = Optional.ofNullable(acl).map(ExtraClaim::acl);
        Application application = Application.of(session, session.settings(signing));
        Document.Builder all = application.claims(now, expires);
        if (nbf != null) {
            all.with("nbf", nbf.getEpochSecond());
        }
        all.with("sub", Optional.ofNullable(sub));
        permissions.ifPresent(document -> all.with("acl", document));
        extra.forEach(claim -> all.with(claim.name(), claim.value()));
        String token = application.sign(all.build());
        session.printer().line(header ? "Authorization: Bearer " + token : token);
        return Exit.OK;
    }

    Instant expiry(Instant now) {
        if (ttl != null && exp != null) {
            throw Failure.usage("--ttl and --exp exclude each other", "give one of them");
        }
        if (exp != null && !exp.isAfter(now)) {
            throw Failure.usage("--exp " + exp + " is in the past", "give a time that is still to come");
        }
        Duration life = exp != null ? Duration.between(now, exp) : ttl != null ? ttl : Application.usualLife();
        if (life.isZero()) {
            throw Failure.usage("--ttl 0 makes a token that has expired", "give for example 15m");
        }
        if (life.compareTo(Application.longestLife()) > 0) {
            throw Failure.usage("the token would live longer than 24 h", "Vonage refuses such a token; give less");
        }
        if (life.compareTo(SHORTEST_DOCUMENTED) < 0) {
            session.warn("Vonage documents 30 s as a token's shortest life; it may refuse this one");
        }
        return exp != null ? exp : now.plus(life);
    }

    private void checkNotBefore(Instant now, Instant expires) {
        if (nbf == null) {
            return;
        }
        if (nbf.getEpochSecond() < now.getEpochSecond()) {
            throw Failure.usage("--nbf " + nbf + " is in the past", "leave it out: the token is valid at once");
        }
        if (!nbf.isBefore(expires)) {
            throw Failure.usage("--nbf " + nbf + " is not before the expiry, " + expires, "give an earlier one");
        }
    }
}
