package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.Claims;
import fbmsg.jwt.Jws;

/** Shows what a token says, checking nothing but its form. */
final class JwtDecodeCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "decode", "Show a token's header and claims, unverified.")
            .footer(
                    "",
                    "Prints one JSON object: header, claims, and the claims' dates in human form.",
                    "",
                    "Examples:",
                    "  fbmsg jwt | fbmsg jwt decode",
                    "  fbmsg jwt decode TOKEN | jq .claims.application_id");

    private final Option<String> token =
            syntax.optionalArgument("TOKEN", "The token, or an Authorization header; by default from standard input.");

    JwtDecodeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        Jws jws;
        try {
            jws = Jws.parse(TokenInput.read(session, token.value()));
        } catch (Jws.Malformed e) {
            throw Failure.data("the token " + e.getMessage(), "give a JWT: three parts of base64url with dots between");
        }
        Document.Builder dates = Document.object();
        for (String name : new String[] {"iat", "nbf", "exp"}) {
            Claims.time(jws.claims(), name).ifPresent(time -> dates.with(name, time.toString()));
        }
        session.printer()
                .text(JsonText.indented(Document.object()
                        .with("header", jws.header())
                        .with("claims", jws.claims())
                        .with("dates", dates.build())
                        .build()));
        session.note("unverified: anybody can write such a token; to check it: fbmsg jwt verify");
        return Exit.OK;
    }
}
