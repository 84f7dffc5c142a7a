package fbmsg.webhook.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A command and its arguments as they were typed; no shell reads them.
 *
 * @param arguments the command's name or path first
 * @param workingDirectory relative paths are of
 * @param searchPath folders where names are looked for, as in {@code PATH}
 */
public record Program(List<String> arguments, Path workingDirectory, String searchPath) {

    public String name() {
        return arguments.get(0);
    }

    /** Why it cannot be started, and what to do; empty if it can. */
    public Optional<Trouble> trouble() {
        if (name().isEmpty()) {
            return Optional.of(new Trouble("the command is an empty word", "give a program after --"));
        }
        if (name().indexOf('/') < 0) {
            return find(name(), searchPath).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            "there is no command " + name() + " on PATH",
                            "check its name; one in this folder is ./" + name()));
        }
        Path path = workingDirectory.resolve(name());
        if (!Files.isRegularFile(path)) {
            return Optional.of(new Trouble("there is no program " + name(), "check its path"));
        }
        return Files.isExecutable(path)
                ? Optional.empty()
                : Optional.of(new Trouble(name() + " may not be executed", "run: chmod +x " + name()));
    }

    /** What is wrong with a program. */
    public record Trouble(String what, String todo) {}

    /** The first program of that name in the folders of a search path. */
    static Optional<Path> find(String name, String searchPath) {
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
