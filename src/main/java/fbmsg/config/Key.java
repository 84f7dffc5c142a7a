package fbmsg.config;

import java.util.Arrays;
import java.util.Optional;

/** The settings that a profile may hold; each has an environment variable of its own. */
public enum Key {
    APPLICATION_ID("application_id", "FBMSG_APPLICATION_ID", false),
    PRIVATE_KEY("private_key_path", "FBMSG_PRIVATE_KEY_PATH", true),
    PAGE_ID("page_id", "FBMSG_PAGE_ID", false),
    SIGNATURE_SECRET("signature_secret_path", "FBMSG_SIGNATURE_SECRET_PATH", true),
    API_KEY("api_key", "FBMSG_API_KEY", false),
    API_SECRET("api_secret_path", "FBMSG_API_SECRET_PATH", true),
    PORT("port", "FBMSG_PORT", false),
    API_URL("api_url", "FBMSG_API_URL", false);

    private final String inFile;
    private final String inEnvironment;
    private final boolean path;

    Key(String inFile, String inEnvironment, boolean path) {
        this.inFile = inFile;
        this.inEnvironment = inEnvironment;
        this.path = path;
    }

    /** The name in the config file, and of {@code fbmsg config get}. */
    public String inFile() {
        return inFile;
    }

    public String inEnvironment() {
        return inEnvironment;
    }

    /** Whether the file holds the path of a secret, never the secret. */
    public boolean isPath() {
        return path;
    }

    /** The variable that may hold the secret itself: the path's without its ending. */
    public Optional<String> contentInEnvironment() {
        return path
                ? Optional.of(inEnvironment.substring(0, inEnvironment.length() - "_PATH".length()))
                : Optional.empty();
    }

    public static Optional<Key> of(String inFile) {
        return Arrays.stream(values()).filter(k -> k.inFile.equals(inFile)).findFirst();
    }
}
