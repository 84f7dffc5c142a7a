package fbmsg.cli.startup;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a set of archives was made from: the JVM, and the jars by name, size and time. The JVM compares them too and leaves
 * an archive of anything else alone, but says nothing; by the stamp fbmsg knows that it has to make new ones. Is asked at
 * each start, and so reads one small file and nothing else.
 */
final class Stamp {
    /** Its name in the folder of the archives. */
    static final String FILE = "stamp";

    private Stamp() {}

    /** What archives of this JVM and of the jars in a folder would be made from. */
    static String now(File lib) {
        StringBuilder text = new StringBuilder(build(lib))
                .append(System.getProperty("java.vm.version"))
                .append(' ')
                .append(System.getProperty("java.home"))
                .append('\n');
        File[] jars = lib.listFiles();
        if (jars != null) {
            Arrays.sort(jars);
            for (File jar : jars) {
                text.append(jar.getName())
                        .append(' ')
                        .append(jar.length())
                        .append(' ')
                        .append(jar.lastModified())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** The first line: which build it is. The launcher compares it. */
    private static String build(File lib) {
        try (InputStream in = new FileInputStream(new File(lib, "build"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "\n";
        }
    }

    /** Whether the archives in a folder are whole, and made from what is there now. */
    static boolean isCurrent(File archives, File lib) {
        try (InputStream in = new FileInputStream(new File(archives, FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(now(lib));
        } catch (IOException e) {
            return false;
        }
    }
}
