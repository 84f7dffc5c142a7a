package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a token as the server would: {@code ok}, or exit 1 and what is wrong with it. */
@CommandLine.Command(
        name = "verify",
        description = "Check a token's form, signature, dates and application.",
        footer = {
            "",
            "Prints ok, or exits 1 and says what is wrong.",
            "",
            "Examples:",
            "  fbmsg jwt | fbmsg jwt verify",
            "  fbmsg jwt verify --public-key public.pem TOKEN"
        })
final class JwtVerifyCommand implements Command {
    private final Session session;

    @Mixin
    private final SigningOptions signing = new SigningOptions();

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "The application's public key, instead of the public half of its private key.")
    String publicKey;

    @Parameters(
            arity = "0..1",
            paramLabel = "TOKEN",
            description = "The token, or an Authorization header; by default from standard input.")
    String token;

    JwtVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        if (publicKey != null && signing.keyGiven()) {
            throw Failure.usage("--public-key and --key exclude each other", "give one of them");
        }
        if (signing.keyOnStdin() && (token == null || token.equals("-"))) {
            throw Failure.usage(
                    "the key and the token cannot both be on standard input", "give the token as an argument");
        }
        return TokenCheck.of(session, session.settings(signing), publicKey)
                .wrong(TokenInput.read(session, token))
                .map(reason -> session.refuse("the token " + reason, "make a new one with: fbmsg jwt"))
                .orElseGet(() -> {
                    session.printer().line("ok");
                    return Exit.OK;
                });
    }
}
