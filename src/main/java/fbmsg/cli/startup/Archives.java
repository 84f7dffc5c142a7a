package fbmsg.cli.startup;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/**
 * Start-up archives: classes as the JVM holds them in memory, so that it need not read them anew at each start. They
 * belong to one build of a JVM and to one installation, so they are made here, in the background, when fbmsg first runs.
 * Nothing depends on them but time: whatever goes wrong with them is nobody's concern and is not said.
 */
public final class Archives {
    /** Ignores Ctrl-C, lets the command that started it go first, and takes only time that nobody else wants. */
    private static final String IN_THE_BACKGROUND = "trap '' HUP INT; sleep 1; exec nice -n 19 \"$@\"";

    private Archives() {}

    /**
     * Starts the making of archives if there are none of this JVM and installation.
     *
     * @param folder where they belong, as the launcher says; null: nowhere. With U+FFFD it is not what the launcher said:
     *     Java puts that for bytes that are not UTF-8.
     */
    public static void keep(String folder) {
        if (folder == null || folder.indexOf('\uFFFD') >= 0) {
            return;
        }
        File archives = new File(folder);
        File jar = new File(System.getProperty("java.class.path"));
        if (!Stamp.isCurrent(archives, jar.getParentFile())) {
            makeBeside(archives, jar);
        }
    }

    private static void makeBeside(File archives, File jar) {
        try {
            ArchiveFolder folder = ArchiveFolder.open(archives.toPath());
            if (folder.mayTryNow()) {
                List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", IN_THE_BACKGROUND, "fbmsg"));
                command.addAll(Jvm.command(jar.toPath(), List.of(), ArchiveMaker.class, archives.toString()));
                Jvm.builder(command).start();
            }
        } catch (IOException | InvalidPathException e) {
            // a home that cannot be written to, or a machine without a shell: then it goes without
        }
    }
}
