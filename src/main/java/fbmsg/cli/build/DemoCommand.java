package fbmsg.cli.build;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import picocli.CommandLine;

/** Runs the tutorial's conversation on this machine and shows each step. */
@CommandLine.Command(
        name = "demo",
        description = "Show the whole conversation, offline, on this machine.",
        footer = {
            "",
            "Needs no account, no settings and no network. It makes an application and a key, serves the emulator "
                    + "and a listener on free ports of this machine, lets a simulated Facebook user write to a Page, and "
                    + "answers. What is shown really happens, over HTTP; nothing is left behind.",
            "",
            "Examples:",
            "  fbmsg demo"
        })
public final class DemoCommand implements Command {
    private final Session session;

    public DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        try (Rehearsal rehearsal = new Rehearsal(session)) {
            return rehearsal.play();
        }
    }
}
