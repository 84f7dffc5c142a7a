package fbmsg.cli.startup;

import fbmsg.cli.Fbmsg;
import fbmsg.cli.Main;
import fbmsg.cli.ThisMachine;
import java.io.File;
import java.util.List;

/** Runs real commands while the JVM notes what they need. */
public final class Training {
    private Training() {}

    /**
     * The last command ends the process, as it does for a user.
     *
     * @param args which kind of archive it is for; HOME is that of the exercise
     */
    public static void main(String[] args) {
        Stamp.now(new File(System.getProperty("java.class.path")).getParentFile());
        List<String> commandLines = ArchiveKind.valueOf(args[0]).commandLines();
        int last = commandLines.size() - 1;
        for (String commandLine : commandLines.subList(0, last)) {
            if (Fbmsg.run(ThisMachine.host(), commandLine.split(" ")) != 0) {
                throw new IllegalStateException(commandLine);
            }
        }
        Main.main(commandLines.get(last).split(" "));
    }
}
