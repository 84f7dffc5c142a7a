package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Application;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.syntax.Texts;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.Times;
import fbmsg.json.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signs a token of the application: the token and a newline, nothing else. */
public final class JwtCommand implements Command {
    private static final Duration SHORTEST_DOCUMENTED = Duration.ofSeconds(30);

    private final Session session;

    private final Syntax syntax = Syntax.of(this, "jwt", "Sign a JWT of the application.")
            .footer(
                    "",
                    "A VALUE of --claim that is a JSON number, true, false, null, object, array or quoted string is "
                            + "taken as that; anything else is a text.",
                    "",
                    "Examples:",
                    "  fbmsg jwt",
                    "  fbmsg jwt --ttl 1h --claim role=tester",
                    "  fbmsg jwt --header | curl -H @- https://api.nexmo.com/beta/chatapp-accounts",
                    "  fbmsg jwt | fbmsg jwt decode");

    private final SigningOptions signing = new SigningOptions(syntax);

    private final Option<Duration> ttl = syntax.value(
            "--ttl", "DURATION", new Durations(), "How long it is valid: 90s, 5m, 1h; at most 24h (default: 15m).");
    private final Option<Instant> exp =
            syntax.value("--exp", "TIME", new Times(), "When it expires: RFC 3339 or unix seconds.");
    private final Option<Instant> nbf =
            syntax.value("--nbf", "TIME", new Times(), "Not valid before: RFC 3339 or unix seconds.");
    private final Option<String> sub = syntax.text("--sub", "SUBJECT", "Subject: a user of Vonage's Client SDKs.");
    private final Option<String> acl =
            syntax.text("--acl", "JSON", "Permissions: {\"paths\":{\"/*/messages/**\":{}}}.");
    private final Texts claims = syntax.texts("--claim", "NAME=VALUE", "One more claim; may be repeated.");
    private final Flag header = syntax.flag("--header", "Print 'Authorization: Bearer TOKEN', for curl -H @-.");

    JwtCommand(Session session) {
        this.session = session;
    }

    /** With its own commands, {@code decode} and {@code verify}, when one of them or the help is asked for. */
    public static Command assemble(Session session, boolean whole) {
        JwtCommand command = new JwtCommand(session);
        if (whole) {
            command.syntax.with(new JwtDecodeCommand(session).syntax());
            command.syntax.with(new JwtVerifyCommand(session).syntax());
        }
        return command;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        Instant now = session.host().clock().instant();
        Instant expires = expiry(now);
        nbf.value().ifPresent(time -> checkNotBefore(time, now, expires));
        List<ExtraClaim> extra = ExtraClaim.parse(claims.values());
        Optional<Document> permissions = acl.value().map(ExtraClaim::acl);
        Application application = Application.of(session, session.settings(signing));
        Document.Builder all = application.claims(now, expires);
        nbf.value().ifPresent(time -> all.with("nbf", time.getEpochSecond()));
        all.with("sub", sub.value());
        permissions.ifPresent(document -> all.with("acl", document));
        extra.forEach(claim -> all.with(claim.name(), claim.value()));
        String token = application.sign(all.build());
        session.printer().line(header.isGiven() ? "Authorization: Bearer " + token : token);
        return Exit.OK;
    }

    Instant expiry(Instant now) {
        if (ttl.isGiven() && exp.isGiven()) {
            throw Failure.usage("--ttl and --exp exclude each other", "give one of them");
        }
        if (exp.isGiven() && !exp.required().isAfter(now)) {
            throw Failure.usage("--exp " + exp.required() + " is in the past", "give a time that is still to come");
        }
        Instant expires = exp.or(now.plus(ttl.or(Application.usualLife())));
        Duration life = Duration.between(now, expires);
        if (life.isZero()) {
            throw Failure.usage("--ttl 0 makes a token that has expired", "give for example 15m");
        }
        if (life.compareTo(Application.longestLife()) > 0) {
            throw Failure.usage("the token would live longer than 24 h", "Vonage refuses such a token; give less");
        }
        if (life.compareTo(SHORTEST_DOCUMENTED) < 0) {
            session.warn("Vonage documents 30 s as a token's shortest life; it may refuse this one");
        }
        return expires;
    }

    private static void checkNotBefore(Instant nbf, Instant now, Instant expires) {
        if (nbf.getEpochSecond() < now.getEpochSecond()) {
            throw Failure.usage("--nbf " + nbf + " is in the past", "leave it out: the token is valid at once");
        }
        if (!nbf.isBefore(expires)) {
            throw Failure.usage("--nbf " + nbf + " is not before the expiry, " + expires, "give an earlier one");
        }
    }
}
