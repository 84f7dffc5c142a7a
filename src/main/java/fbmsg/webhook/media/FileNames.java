package fbmsg.webhook.media;

import fbmsg.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the file of a message is named: by the id, and by what kind of file it is.
 *
 * <p>Ids come from strangers. One that is a UUID is a name on any file system; of any other is kept what is harmless, and a sum
 * over the whole tells it from others that look like it, on file systems which take {@code A} for {@code a} too.
 */
final class FileNames {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int MOST_KEPT = 40;
    private static final int DIGITS_OF_SUM = 32;

    /** What Messenger sends; of other types, the URL may tell more. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/x-m4a", "m4a"),
            Map.entry("audio/aac", "aac"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/x-wav", "wav"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/webm", "webm"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"));

    private FileNames() {}

    /**
     * @param type media type, in lower case, without parameters
     */
    static String of(MessageId id, Optional<String> type, MediaUrl url) {
        return with(stem(id), type.map(ENDINGS::get).orElse(url.ending()));
    }

    /** All names that the file could have, whatever type it was said to be of. */
    static Set<String> possible(MessageId id, MediaUrl url) {
        Set<String> names = new LinkedHashSet<>();
        names.add(with(stem(id), url.ending()));
        new TreeSet<>(ENDINGS.values()).forEach(ending -> names.add(with(stem(id), ending)));
        return names;
    }

    private static String with(String stem, String ending) {
        return ending.isEmpty() ? stem : stem + "." + ending;
    }

    private static String stem(MessageId id) {
        if (id.value().matches(UUID)) {
            return id.value();
        }
        String harmless = id.value().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]+", "-");
        return harmless.substring(0, Math.min(harmless.length(), MOST_KEPT)) + "_" + sum(id.value());
    }

    private static String sum(String id) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, DIGITS_OF_SUM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
