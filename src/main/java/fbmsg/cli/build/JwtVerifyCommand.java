package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;

/** Checks a token as the server would: {@code ok}, or exit 1 and what is wrong with it. */
final class JwtVerifyCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "verify", "Check a token's form, signature, dates and application.")
            .footer(
                    "",
                    "Prints ok, or exits 1 and says what is wrong.",
                    "",
                    "Examples:",
                    "  fbmsg jwt | fbmsg jwt verify",
                    "  fbmsg jwt verify --public-key public.pem TOKEN");

    private final SigningOptions signing = new SigningOptions(syntax);

    private final Option<String> publicKey = syntax.text(
            "--public-key", "FILE", "The application's public key, instead of the public half of its private key.");
    private final Option<String> token =
            syntax.optionalArgument("TOKEN", "The token, or an Authorization header; by default from standard input.");

    JwtVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        if (publicKey.isGiven() && signing.keyGiven()) {
            throw Failure.usage("--public-key and --key exclude each other", "give one of them");
        }
        if (signing.keyOnStdin() && token.or("-").equals("-")) {
            throw Failure.usage(
                    "the key and the token cannot both be on standard input", "give the token as an argument");
        }
        return TokenCheck.of(session, session.settings(signing), publicKey.value())
                .wrong(TokenInput.read(session, token.value()))
                .map(reason -> session.refuse("the token " + reason, "make a new one with: fbmsg jwt"))
                .orElseGet(() -> {
                    session.printer().line("ok");
                    return Exit.OK;
                });
    }
}
