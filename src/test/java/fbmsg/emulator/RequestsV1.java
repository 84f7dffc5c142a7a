package fbmsg.emulator;

import static fbmsg.emulator.RequestCase.accepted;
import static fbmsg.emulator.RequestCase.parse;
import static fbmsg.emulator.RequestCase.quoted;
import static fbmsg.emulator.RequestCase.refused;
import static fbmsg.emulator.RequestCase.with;
import static fbmsg.emulator.RequestCase.without;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.util.List;
import java.util.stream.Stream;

/** Bodies for {@code POST /v1/messages}: one for every rule, on both sides of it where it has two. */
final class RequestsV1 {
    static final Document TEXT = parse("""
            {"channel":"messenger","message_type":"text","from":"107000000000001","to":"2345678901234567","text":"Hello"}
            """);

    private static final String LIMIT = "limited to 640 characters, including unicode";
    private static final String TAG = "`message_tag` makes `tag` mandatory";
    private static final String FORMAT = "format: url";

    private RequestsV1() {}

    static Stream<RequestCase> all() {
        return Stream.of(good(), channel(), parties(), content(), urls(), rest())
                .flatMap(List::stream);
    }

    /** A message of one of the four kinds of files. */
    static Document file(String type, String url) {
        return with(with(without(TEXT, "text"), "message_type", quoted(type, 1)), type + ".url", quoted(url, 1));
    }

    private static List<RequestCase> good() {
        return List.of(
                accepted("text", TEXT),
                accepted("image", file("image", "https://example.com/a.png")),
                accepted("audio", file("audio", "https://example.com/a.mp3")),
                accepted("video", file("video", "https://example.com/a.mp4")),
                accepted("file", file("file", "https://example.com/a.pdf")),
                accepted("640 characters, not all in one unit", with(TEXT, "text", quoted("😀", 640))),
                accepted("ids of 50", with(with(TEXT, "to", quoted("1", 50)), "from", quoted("2", 50))),
                accepted("update", with(TEXT, "messenger.category", "\"update\"")),
                accepted("tag without message_tag", with(TEXT, "messenger.tag", "\"ACCOUNT_UPDATE\"")),
                accepted(
                        "message_tag",
                        with(TEXT, "messenger", "{\"category\":\"message_tag\",\"tag\":\"ACCOUNT_UPDATE\"}")),
                accepted("client_ref of 100", with(TEXT, "client_ref", quoted("é", 100))),
                accepted("empty client_ref", with(TEXT, "client_ref", "\"\"")),
                accepted("webhook_url", with(TEXT, "webhook_url", "\"https://example.com/status\"")),
                accepted("webhook_version", with(TEXT, "webhook_version", "\"v0.1\"")),
                accepted("failover", with(TEXT, "failover", "[" + JsonText.compact(TEXT) + "]")),
                accepted("empty failover", with(TEXT, "failover", "[]")),
                accepted(
                        "failover in failover is not the API's",
                        with(TEXT, "failover", "[" + JsonText.compact(with(TEXT, "failover", "7")) + "]")),
                accepted("audio URL of 10", file("audio", "http://a/b")),
                accepted("audio URL of 2000", file("audio", "http://a/" + "b".repeat(1991))),
                accepted("unknown members", with(with(TEXT, "ttl", "90"), "messenger.x", "null")));
    }

    private static List<RequestCase> channel() {
        String title = "Unsupported channel";
        String parameters = "Invalid channel parameters";
        return List.of(
                refused("no channel", without(TEXT, "channel"), title),
                refused("another channel", with(TEXT, "channel", "\"sms\""), title),
                refused("channel is null", with(TEXT, "channel", "null"), title),
                refused("nothing at all", parse("{}"), title),
                refused(
                        "unknown category",
                        with(TEXT, "messenger.category", "\"message-tag\""),
                        parameters,
                        "messenger.category: Must be one of `response`, `update` or `message_tag`."),
                refused(
                        "messenger is an array",
                        with(TEXT, "messenger", "[]"),
                        parameters,
                        "messenger: Must be an object."),
                refused(
                        "tag is a number",
                        with(TEXT, "messenger", "{\"category\":1,\"tag\":2}"),
                        parameters,
                        "messenger.category: Must be one of `response`, `update` or `message_tag`.",
                        "messenger.tag: Must be a string."),
                refused(
                                "message_tag without tag",
                                with(TEXT, "messenger.category", "\"message_tag\""),
                                parameters,
                                "messenger.tag: is required.")
                        .byProse(TAG),
                refused(
                                "message_tag with an empty tag",
                                with(TEXT, "messenger", "{\"category\":\"message_tag\",\"tag\":\"\"}"),
                                parameters,
                                "messenger.tag: Must be a string that is not empty.")
                        .byProse(TAG));
    }

    private static List<RequestCase> parties() {
        return List.of(
                refused("no from", without(TEXT, "from"), "Invalid sender"),
                refused("empty from", with(TEXT, "from", "\"\""), "Invalid sender"),
                refused("from of 51", with(TEXT, "from", quoted("1", 51)), "Invalid sender"),
                refused("from is a number", with(TEXT, "from", "107000000000001"), "Invalid sender"),
                refused("no to", without(TEXT, "to"), "Invalid recipient"),
                refused("empty to", with(TEXT, "to", "\"\""), "Invalid recipient"),
                refused("to of 51", with(TEXT, "to", quoted("1", 51)), "Invalid recipient"),
                refused("to is an object", with(TEXT, "to", "{\"id\":\"1\"}"), "Invalid recipient"),
                refused("no message_type", without(TEXT, "message_type"), "Invalid message type"),
                refused("message_type is custom", with(TEXT, "message_type", "\"custom\""), "Invalid message type"));
    }

    private static List<RequestCase> content() {
        String length = "text: Must be a string of 1 to 640 characters.";
        Document image = file("image", "https://a/b");
        return List.of(
                params("no text", without(TEXT, "text"), "text: is required."),
                params("text is a number", with(TEXT, "text", "5"), length),
                params("text of 641", with(TEXT, "text", quoted("😀", 641)), length)
                        .byProse(LIMIT),
                params("empty text", with(TEXT, "text", "\"\""), length)
                        .bySomethingElse("a text of nothing is no text; status code 1010 exists for it"),
                params("no image", without(image, "image"), "image.url: is required."),
                params("image is a URL", with(image, "image", "\"https://a/b\""), "image: Must be an object."),
                params("no url", with(image, "image", "{}"), "image.url: is required."),
                params("another type's url", with(image, "message_type", "\"file\""), "file.url: is required."));
    }

    private static List<RequestCase> urls() {
        String url = "Must be an http or https URL.";
        String length = "audio.url: Must be a string of 10 to 2000 characters.";
        return List.of(
                params("audio URL of 9", file("audio", "http://a/"), length),
                params("audio URL of 2001", file("audio", "http://a/" + "b".repeat(1992)), length),
                params("URL is a number", with(file("image", ""), "image.url", "7"), "image.url: " + url),
                params("URL is a path", file("image", "photo.png"), "image.url: " + url)
                        .byProse(FORMAT),
                params("URL has a space", file("video", "https://a/a b.mp4"), "video.url: " + url)
                        .byProse(FORMAT),
                params("URL of another scheme", file("audio", "ftp://example.com/a.mp3"), "audio.url: " + url)
                        .byProse(FORMAT),
                params("URL without a host", file("file", "https:///a.pdf"), "file.url: " + url)
                        .byProse("The URL of the file attachment."));
    }

    private static List<RequestCase> rest() {
        Document several = with(with(without(TEXT, "text"), "webhook_url", "1"), "webhook_version", "\"v2\"");
        String reference = "Invalid client reference";
        return List.of(
                params("webhook_url is null", with(TEXT, "webhook_url", "null"), "webhook_url: Must be a string."),
                params(
                        "several",
                        several,
                        "text: is required.",
                        "webhook_url: Must be a string.",
                        "webhook_version: Must be one of `v0.1` or `v1`."),
                params("failover is an object", with(TEXT, "failover", "{}"), "failover: Must be an array."),
                params(
                        "failover breaks a rule",
                        with(
                                TEXT,
                                "failover",
                                "[" + JsonText.compact(TEXT) + "," + JsonText.compact(with(TEXT, "text", "7")) + "]"),
                        "failover.1.text: Must be a string of 1 to 640 characters."),
                refused(
                        "failover to another channel",
                        with(TEXT, "failover", "[" + JsonText.compact(with(TEXT, "channel", "\"sms\"")) + "]"),
                        "Unsupported channel"),
                refused("failover of no object", with(TEXT, "failover", "[1]"), "Unsupported channel"),
                refused("client_ref of 101", with(TEXT, "client_ref", quoted("é", 101)), reference)
                        .byProse("Client reference of up to 100 characters"),
                refused("client_ref is a number", with(TEXT, "client_ref", "42"), reference));
    }

    private static RequestCase params(String name, Document body, String... invalid) {
        return refused(name, body, "Invalid params", invalid);
    }
}
