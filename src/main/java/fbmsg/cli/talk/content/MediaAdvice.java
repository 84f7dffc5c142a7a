package fbmsg.cli.talk.content;

import fbmsg.message.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is likely to go wrong with a file, long after the message was taken. Never a refusal: what a URL ends in says
 * little of what is there, and whoever fetches it may have learned more.
 */
final class MediaAdvice {
    /** Published description of v1, revision 1.20.0; other files have no list. */
    private static final Map<Content.Media.Kind, List<String>> ENDINGS = Map.of(
            Content.Media.Kind.IMAGE, List.of("jpg", "jpeg", "png", "gif"),
            Content.Media.Kind.AUDIO, List.of("mp3"),
            Content.Media.Kind.VIDEO, List.of("mp4"));

    private MediaAdvice() {}

    static Optional<String> of(Content.Media media) {
        String url = media.url().toLowerCase(Locale.ROOT);
        if (url.startsWith("http://") && !url.matches("http://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?")) {
            return Optional.of(
                    "the " + media.type() + " URL begins with http://; Facebook fetches over https:// in practice");
        }
        List<String> endings = ENDINGS.getOrDefault(media.kind(), List.of());
        String name = url.replaceAll("[?#].*", "").replaceAll(".*/", "");
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        return endings.isEmpty() || ending.isEmpty() || endings.contains(ending)
                ? Optional.empty()
                : Optional.of("the " + media.type() + " URL ends in ." + ending + "; Messenger takes "
                        + String.join(", ", endings) + ", other types are undeliverable (code 1382)");
    }
}
