package fbmsg.cli;

import fbmsg.config.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds a port's number and a newline while something listens there. */
public final class PortFile implements AutoCloseable {
    private final Optional<Path> path;

    private PortFile(Optional<Path> path) {
        this.path = path;
    }

    /**
     * @param typed the file as given; empty: none is wanted
     */
    public static PortFile write(Session session, Optional<String> typed, int port) {
        Optional<Path> path =
                typed.map(name -> session.paths().resolve(name, session.host().workingDirectory()));
        path.ifPresent(file -> AtomicFile.write(file, port + "\n", false));
        return new PortFile(path);
    }

    @Override
    public void close() {
        path.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // a port file too many harms nobody; the next run replaces it
            }
        });
    }
}
