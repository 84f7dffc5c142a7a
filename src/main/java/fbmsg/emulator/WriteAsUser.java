package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.rules.Rule;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.world.Messenger;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Being a user who writes.
 *
 * @param page to which, where nothing else is said
 */
record WriteAsUser(Messenger messenger, String page) {
    private static final Set<String> MEMBERS = Set.of("text", "image", "audio", "video", "file", "page");
    private static final int LONGEST_ID = 50;
    private static final int LONGEST_TEXT = 2_000;

    /** {@code {"text":"…"}}, or {@code image}, {@code audio}, {@code video} or {@code file} with a URL; {@code page}. */
    Reply write(String path, Request request) throws Refused {
        String psid = Paging.decoded(path)
                .orElseThrow(() -> new Refused(Problem.wrongControl("the user's id has a % that begins no escape")));
        Map<String, Document> members = Control.body(request, MEMBERS).members().orElseThrow();
        List<MessageType> types = Arrays.stream(MessageType.values())
                .filter(type -> members.containsKey(type.wire()))
                .toList();
        Optional<String> to = Optional.of(page);
        if (members.containsKey("page")) {
            to = members.get("page").string().filter(id -> isBetween(id, LONGEST_ID));
        }
        Optional<String> content = types.size() == 1
                ? members.get(types.get(0).wire()).string().filter(said -> isBetween(said, LONGEST_TEXT))
                : Optional.empty();
        if (content.isEmpty() || to.isEmpty() || !isBetween(psid, LONGEST_ID)) {
            throw new Refused(
                    Problem.wrongControl("give one of text, image, audio, video and file, as a string of 1 to "
                            + LONGEST_TEXT + " characters; page, if given, and the user's id are strings of 1 to "
                            + LONGEST_ID
                            + " characters"));
        }
        Optional<String> noUrl =
                types.get(0) == MessageType.TEXT ? Optional.empty() : Rule.url().brokenBy(Document.of(content.get()));
        if (noUrl.isPresent()) {
            throw new Refused(Problem.wrongControl(types.get(0).wire() + ": " + noUrl.get()));
        }
        Messenger.Written written = messenger.write(psid, to.get(), types.get(0), content.get());
        return Control.json(
                202,
                Document.object()
                        .with("message_uuid", written.messageUuid())
                        .with("no_webhook", written.unheard())
                        .build());
    }

    private static boolean isBetween(String text, int longest) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= longest;
    }
}
