package fbmsg.emulator.world;

import fbmsg.Failure;
import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
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
record Media(Courier courier) {
    private static final Map<MessageType, List<String>> ENDINGS = Map.of(
            MessageType.IMAGE, List.of("jpg", "jpeg", "png", "gif"),
            MessageType.AUDIO, List.of("mp3"),
            MessageType.VIDEO, List.of("mp4"));

    /** Facebook's ceilings ("Saving assets", Messenger Platform); the description has none. */
    private static final long LARGEST = 25L * 1024 * 1024;

    private static final long LARGEST_IMAGE = 8L * 1024 * 1024;

    /** Why it could not; empty: it could. */
    Optional<DeliveryError> problem(Message message) {
        if (message.type() == MessageType.TEXT) {
            return Optional.empty();
        }
        URI url;
        try {
            url = URI.create(message.content());
        } catch (IllegalArgumentException e) {
            return Optional.of(DeliveryError.MEDIA_UNREACHABLE);
        }
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.equals("invalid") || host.endsWith(".invalid")) {
            return Optional.of(DeliveryError.MEDIA_UNREACHABLE);
        }
        if (!hasEndingOf(message.type(), url.getPath())) {
            return Optional.of(DeliveryError.MEDIA_TYPE);
        }
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
        return here ? askFor(message) : Optional.empty();
    }

    /** A path without an ending tells nothing. */
    private static boolean hasEndingOf(MessageType type, String path) {
        String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0
                || !ENDINGS.containsKey(type)
                || ENDINGS.get(type).contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private Optional<DeliveryError> askFor(Message message) {
        Reply reply;
        try {
            reply = courier.ask("HEAD", CallbackUrl.of(message.content()));
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

    private static long size(Headers headers) {
        return headers.first("Content-Length")
                .filter(length -> length.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
