package fbmsg.cli.setup;

import fbmsg.Failure;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.ConfigEdit;
import fbmsg.config.ConfigFile;
import fbmsg.files.AtomicFile;
import fbmsg.json.Document;
import java.nio.file.Path;

/** Reads, changes and writes the config file while no other fbmsg does. */
final class ConfigFileEdit {
    private ConfigFileEdit() {}

    /** The new content of a file, for one of its profiles. */
    @FunctionalInterface
    interface Change {
        Document apply(ConfigFile file, String profile);
    }

    static Exit run(Session session, Change change) {
        Path path = session.source()
                .path()
                .orElseThrow(() -> Failure.usage("--config none names no file to write", "name a file"));
        AtomicFile.locked(path, () -> {
            ConfigFile file = ConfigFile.read(path, false);
            Document changed = change.apply(file, session.source().profileToEdit(file));
            if (!changed.equals(file.root())) {
                ConfigEdit.write(file, changed);
            }
            return null;
        });
        session.detail("wrote " + path);
        return Exit.OK;
    }
}
