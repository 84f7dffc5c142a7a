package fbmsg.emulator;

import static fbmsg.emulator.RequestCase.accepted;
import static fbmsg.emulator.RequestCase.parse;
import static fbmsg.emulator.RequestCase.quoted;
import static fbmsg.emulator.RequestCase.with;
import static fbmsg.emulator.RequestCase.without;

import fbmsg.json.Document;
import java.util.List;
import java.util.stream.Stream;

/** Bodies for {@code POST /v0.1/messages}: one for every rule, on both sides of it where it has two. */
final class RequestsV01 {
    static final Document TEXT = parse("""
            {"from":{"type":"messenger","id":"107000000000001"},"to":{"type":"messenger","id":"2345678901234567"},
             "message":{"content":{"type":"text","text":"Hello"}}}
            """);

    private static final String CONTENT = "message.content";
    private static final String MESSENGER = "message.messenger";
    private static final String STATUS = "minLength 1 and maxLength 50, with the ids of the status webhook only";
    private static final String DISPATCH = "the description of Dispatch 0.3.3, for the same message";
    private static final String FORMAT = "format: url";

    private RequestsV01() {}

    static Stream<RequestCase> all() {
        return Stream.of(good(), parties(), content(), rest()).flatMap(List::stream);
    }

    /** A message of one of the four kinds of files. */
    static Document file(String type, String url) {
        return with(TEXT, CONTENT, "{\"type\":\"" + type + "\",\"" + type + "\":{\"url\":\"" + url + "\"}}");
    }

    private static RequestCase refused(String name, Document body, String... invalid) {
        return RequestCase.refused(name, body, "Invalid Parameters", invalid);
    }

    private static List<RequestCase> good() {
        return List.of(
                accepted("text", TEXT),
                accepted("image", file("image", "https://example.com/a.png")),
                accepted("audio", file("audio", "http://a/")),
                accepted("video", file("video", "https://example.com/a.mp4")),
                accepted("file", file("file", "https://example.com/a.pdf")),
                accepted("640 characters, not all in one unit", with(TEXT, "message.content.text", quoted("😀", 640))),
                accepted("ids of 50", with(with(TEXT, "to.id", quoted("1", 50)), "from.id", quoted("2", 50))),
                accepted("response", with(TEXT, MESSENGER, "{\"category\":\"response\"}")),
                accepted(
                        "message_tag", with(TEXT, MESSENGER, "{\"category\":\"message_tag\",\"tag\":\"HUMAN_AGENT\"}")),
                accepted("client_ref of 40", with(TEXT, "client_ref", quoted("é", 40))),
                accepted(
                        "what only v1 knows",
                        with(with(TEXT, "failover", "[]"), "messenger", "{\"category\":\"none\"}")));
    }

    private static List<RequestCase> parties() {
        String length = "Must be a string of 1 to 50 characters.";
        return List.of(
                refused("no from", without(TEXT, "from"), "from.type: is required.", "from.id: is required."),
                refused("the form of v1", with(TEXT, "to", "\"2345678901234567\""), "to: Must be an object."),
                refused("another channel", with(TEXT, "to.type", "\"sms\""), "to.type: Must be `messenger`."),
                refused("no id", without(TEXT, "from.id"), "from.id: is required."),
                refused("id is a number", with(TEXT, "from.id", "1"), "from.id: " + length),
                refused("empty id", with(TEXT, "to.id", "\"\""), "to.id: " + length)
                        .bySomethingElse(STATUS),
                refused("id of 51", with(TEXT, "to.id", quoted("1", 51)), "to.id: " + length)
                        .bySomethingElse(STATUS));
    }

    private static List<RequestCase> content() {
        String length = "message.content.text: Must be a string of 1 to 640 characters.";
        String url = "Must be an http or https URL.";
        return List.of(
                refused("no message", without(TEXT, "message"), "message.content.type: is required."),
                refused("message is a text", with(TEXT, "message", "\"Hello\""), "message: Must be an object."),
                refused("no text", without(TEXT, "message.content.text"), "message.content.text: is required."),
                refused("text is a number", with(TEXT, "message.content.text", "5"), length),
                refused("text of 641", with(TEXT, "message.content.text", quoted("a", 641)), length)
                        .bySomethingElse(DISPATCH),
                refused(
                        "unknown type",
                        with(TEXT, "message.content.type", "\"sticker\""),
                        "message.content.type: Must be one of `text`, `image`, `audio`, `video` or `file`."),
                refused(
                        "custom",
                        with(TEXT, CONTENT, "{\"type\":\"custom\",\"custom\":{}}"),
                        "message.content.type: is not emulated."),
                refused(
                        "no url",
                        with(TEXT, CONTENT, "{\"type\":\"image\",\"image\":{}}"),
                        "message.content.image.url: is required."),
                refused(
                        "no file",
                        with(TEXT, CONTENT, "{\"type\":\"file\"}"),
                        "message.content.file.url: is required."),
                refused("URL is a path", file("image", "photo.png"), "message.content.image.url: " + url)
                        .byProse(FORMAT),
                refused(
                                "URL of 2001",
                                file("video", "http://a/" + "b".repeat(1992)),
                                "message.content.video.url: Must be a string of 1 to 2000 characters.")
                        .bySomethingElse(DISPATCH));
    }

    private static List<RequestCase> rest() {
        String reference = "client_ref: Must be a string of 0 to 40 characters.";
        return List.of(
                refused(
                        "unknown category",
                        with(TEXT, MESSENGER, "{\"category\":\"promotion\"}"),
                        "message.messenger.category: Must be one of `response`, `update` or `message_tag`."),
                refused(
                                "message_tag without tag",
                                with(TEXT, MESSENGER, "{\"category\":\"message_tag\"}"),
                                "message.messenger.tag: is required.")
                        .byProse("If `message_tag` is used, then an additional `tag` for that type is mandatory."),
                refused("messenger is null", with(TEXT, MESSENGER, "null"), "message.messenger: Must be an object."),
                refused("client_ref of 41", with(TEXT, "client_ref", quoted("é", 41)), reference)
                        .byProse("client reference up to 40 characters"),
                refused("client_ref is a number", with(TEXT, "client_ref", "42"), reference),
                refused(
                        "everything at once",
                        parse("{\"client_ref\":1}"),
                        "from.type: is required.",
                        "from.id: is required.",
                        "to.type: is required.",
                        "to.id: is required.",
                        "message.content.type: is required.",
                        reference));
    }
}
