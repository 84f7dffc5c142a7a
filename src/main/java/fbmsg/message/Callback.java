package fbmsg.message;

import java.util.Optional;

/**
 * Where and how the statuses of one message are told, other than the application has it (published schema of v1:
 * {@code webhook_url}, {@code webhook_version}).
 *
 * @param version {@code v0.1} or {@code v1}
 */
public record Callback(Optional<String> url, Optional<String> version) {
    /** As the application has it. */
    public static final Callback USUAL = new Callback(Optional.empty(), Optional.empty());

    public boolean isUsual() {
        return url.isEmpty() && version.isEmpty();
    }
}
