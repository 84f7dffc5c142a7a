package fbmsg.config;

import fbmsg.Failure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as people write them: absolute, from the home folder ({@code ~/}), or relative to something. */
public record Paths(Path home, Path workingDirectory) {

    /** A relative path is relative to the working directory. */
    public Path resolve(String typed) {
        return resolve(typed, workingDirectory);
    }

    /**
     * @param base what a relative path is relative to
     */
    public Path resolve(String typed, Path base) {
        try {
            if (typed.equals("~")) {
                return home;
            }
            return typed.startsWith("~/")
                    ? home.resolve(typed.substring(2))
                    : base.resolve(typed).normalize();
        } catch (InvalidPathException e) {
            throw Failure.configuration("the path '" + typed + "' is not one: " + e.getReason(), "mend it");
        }
    }
}
