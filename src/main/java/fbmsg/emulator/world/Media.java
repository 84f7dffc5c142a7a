package fbmsg.emulator.world;

import fbmsg.Failure;
import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.http.Exchange;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether Facebook could show what a message points to. Only what lies on this machine is asked for, by HEAD; of other
 * addresses it is told by the URL: a host that cannot exist, or an ending that the description does not list.
 */
final class Media {
    private static final Map<MessageType, List<String>> ENDINGS = Map.of(
            MessageType.IMAGE, List.of("jpg", "jpeg", "png", "gif"),
            MessageType.AUDIO, List.of("mp3"),
            MessageType.VIDEO, List.of("mp4"));

    /** Facebook's ceilings ("Saving assets", Messenger Platform); the description has none. */
    private static final long LARGEST = 25L * 1024 * 1024;

    private static final long LARGEST_IMAGE = 8L * 1024 * 1024;

    private Media() {}

    /** What its URL tells of it; empty: nothing bad. */
    static Optional<DeliveryError> atFirstSight(Message message) {
        if (message.type() == MessageType.TEXT) {
            return Optional.empty();
        }
        String host = host(message.content());
        if (host.isEmpty() || host.equals("invalid") || host.endsWith(".invalid")) {
            return Optional.of(DeliveryError.MEDIA_UNREACHABLE);
        }
        return hasEndingOf(message.type(), URI.create(message.content()).getPath())
                ? Optional.empty()
                : Optional.of(DeliveryError.MEDIA_TYPE);
    }

    /** Where it can be looked at; empty: nowhere that is near. */
    static Optional<CallbackUrl> near(Message message) {
        if (message.type() == MessageType.TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(CallbackUrl.of(message.content()))
                    .filter(url -> url.destination().isLoopback());
        } catch (Failure e) {
            return Optional.empty();
        }
    }

    /** What is found there; empty: nothing bad. */
    static Optional<DeliveryError> look(Message message, CallbackUrl there, Exchange way) {
        Reply reply;
        try {
            reply = way.exchange(new Request("HEAD", there.path(), Headers.NONE, new byte[0]));
        } catch (NotSent | Unanswered | Failure e) {
            return Optional.of(DeliveryError.MEDIA_UNREACHABLE);
        }
        boolean cannotTell = reply.status() == 405 || reply.status() == 501;
        if (reply.status() >= 400 && !cannotTell) {
            return Optional.of(DeliveryError.MEDIA_UNREACHABLE);
        }
        if (size(reply.headers()) > (message.type() == MessageType.IMAGE ? LARGEST_IMAGE : LARGEST)) {
            return Optional.of(DeliveryError.MEDIA_TOO_LARGE);
        }
        boolean wrong = message.type() != MessageType.FILE
                && reply.status() == 200
                && reply.headers()
                        .mediaType()
                        .filter(type -> !type.startsWith(message.type().wire() + "/"))
                        .isPresent();
        return wrong ? Optional.of(DeliveryError.MEDIA_TYPE) : Optional.empty();
    }

    /** In lower case; empty if there is none. */
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A path without an ending tells nothing. */
    private static boolean hasEndingOf(MessageType type, String path) {
        String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0
                || !ENDINGS.containsKey(type)
                || ENDINGS.get(type).contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static long size(Headers headers) {
        return headers.first("Content-Length")
                .filter(length -> length.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
