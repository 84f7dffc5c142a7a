package fbmsg.cli.build.replay;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.syntax.Texts;
import fbmsg.cli.typed.Durations;
import java.time.Duration;

/** Posts recorded webhooks again, signed afresh, and says what was answered to each. */
public final class ReplayCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "replay", "Post recorded webhooks again, signed afresh.")
            .footer(
                    "",
                    "Posts each file in the order given, the next one when the one before is answered, and prints a line "
                            + "for it: the file and the HTTP status. All files are read before anything is posted; if one "
                            + "is no recording, nothing is. Exits 1 if a status is not 2xx, and goes on with the rest; "
                            + "ends when the target cannot be reached.",
                    "",
                    "A path in URL is where all of them go; if URL has none, or '/' alone, each goes to the path that it "
                            + "was recorded with.",
                    "",
                    "Signs with the signature secret of the settings (the first one of the file), as of now. The other "
                            + "header fields go along, but for those of the connection and what was redacted.",
                    "",
                    "A recording is a file that can be edited: POST /PATH HTTP/1.1, the header fields, an empty line, "
                            + "and the body, which ends where the file ends.",
                    "",
                    "Examples:",
                    "  fbmsg replay http://127.0.0.1:3000 recordings/",
                    "  fbmsg replay http://127.0.0.1:3000/in recordings/*-inbound-*.http",
                    "  fbmsg replay https://a.example/hook one.http --unsigned");
    private final Option<String> url = syntax.argument("URL", "Where to post them; http:// for this machine only.");
    private final Texts files =
            syntax.furtherArguments("FILE", "Recordings; a directory stands for its *.http files, sorted by name.");
    private final Flag unsigned = syntax.flag("--unsigned", "Leave the signatures out.");
    private final Option<Duration> timeout =
            syntax.value("--timeout", "DURATION", new Durations(), "How long each answer may take (default: 30s).");
    private final Flag stopOnError = syntax.flag("--stop-on-error", "End at the first that is not answered 2xx.");

    public ReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        return new Replay(session, plan()).run();
    }

    /** What the options ask for. */
    ReplayPlan plan() {
        return new ReplayPlan(
                url.required(),
                files.values(),
                !unsigned.isGiven(),
                timeout.or(Duration.ofSeconds(30)),
                stopOnError.isGiven());
    }
}
