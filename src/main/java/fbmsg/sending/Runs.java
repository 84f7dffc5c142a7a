package fbmsg.sending;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Who writes a log: each run says so in a line of its own. */
public final class Runs {
    private static final String MARK = "{\"run\"";

    private Runs() {}

    static boolean isRun(String line) {
        return line.startsWith(MARK);
    }

    /** The last one, in words; empty where it cannot be told. */
    public static Optional<String> last(Path path) {
        Optional<String> last = Optional.empty();
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isRun(line)) {
                    Document run = Json.parse(line);
                    last = run.text("run")
                            .map(who -> who
                                    + run.text("since")
                                            .map(since -> ", since " + since)
                                            .orElse(""));
                }
            }
        } catch (IOException | MalformedJson e) {
            return last; // its writer is at it
        }
        return last;
    }
}
