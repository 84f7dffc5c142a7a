package fbmsg.cli.startup;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM like this one. */
final class Jvm {
    /** As in the launcher: an archive serves the JVM that has the same. */
    private static final List<String> FLAGS =
            List.of("-XX:TieredStopAtLevel=1", hasAotCache() ? "-XX:+UseSerialGC" : "-XX:+UseG1GC", "-Xlog:disable");

    private static final long PATIENCE_SECONDS = 120;

    private Jvm() {}

    static boolean hasAotCache() {
        return Runtime.version().feature() >= 25;
    }

    /** A class of fbmsg's, run with arguments. */
    static List<String> command(Path jar, List<String> flags, Class<?> main, String... args) {
        List<String> command = command(jar, flags);
        command.add(main.getName());
        command.addAll(List.of(args));
        return command;
    }

    /** The JVM alone. */
    static List<String> command(Path jar, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", jar.toString()));
        return command;
    }

    /**
     * A process that says nothing, reads nothing, stands in no folder, and knows no secrets and no settings of the user, those
     * for Java neither: a debugger's port would be taken when the next command wants it.
     */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(FBMSG|VONAGE|NEXMO|XDG)_.*|(JAVA_TOOL|_JAVA|JDK_JAVA)_OPTIONS"));
        return builder;
    }

    /**
     * @throws IOException if it ends with another code than 0, or not at all
     */
    static void run(List<String> command) throws IOException, InterruptedException {
        await(builder(command).start(), command);
    }

    static void await(Process process, List<String> command) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("it did not succeed: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
