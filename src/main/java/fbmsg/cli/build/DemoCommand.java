package fbmsg.cli.build;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Syntax;

/** Runs the tutorial's conversation on this machine and shows each step. */
public final class DemoCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "demo", "Show the whole conversation, offline, on this machine.")
            .footer(
                    "",
                    "Needs no account, no settings and no network. It makes an application and a key, serves the emulator "
                            + "and a listener on free ports of this machine, lets a simulated Facebook user write to a Page, and "
                            + "answers. What is shown really happens, over HTTP; nothing is left behind.",
                    "",
                    "Examples:",
                    "  fbmsg demo");

    public DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        try (Rehearsal rehearsal = new Rehearsal(session)) {
            return rehearsal.play();
        }
    }
}
