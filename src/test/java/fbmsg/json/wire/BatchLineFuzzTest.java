package fbmsg.json.wire;

import fbmsg.fuzz.FuzzTest;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Terms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Any line of a batch is a message or refused; what the API gets of a message, in either version, is what the line says. */
class BatchLineFuzzTest extends FuzzTest {

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "{\"to\":\"234\",\"text\":\"Hi \\u0000 😀\",\"client_ref\":7}",
                        "{\"from\":107,\"to\":234,\"image\":\"https://example.com/a.jpg?b=%20#c\",\"text\":null}",
                        "{\"to\":\"234\",\"text\":\"a\",\"category\":\"message_tag\",\"tag\":\"HUMAN_AGENT\"}",
                        "{\"to\":\"234\",\"audio\":\"http://[::1]:80/a_b\",\"category\":\"update\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\"to\":",
                "\"from\":",
                "\"text\":",
                "\"file\":\"https://a/\",",
                "\"category\":\"response\",",
                "\"tag\":\"\",",
                "null",
                "1e3",
                "{}",
                "\"",
                "\\ud83d",
                "\\ude00",
                "\\n",
                "é",
                "😀",
                "%zz",
                "//",
                "@",
                ":",
                "_",
                "[",
                "]",
                "https://",
                "ftp://",
                ",",
                "0",
                "\"a\":1,");
    }

    @Override
    protected int inputs() {
        return 6_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("a message", "refused");
    }

    @Override
    public void check(byte[] input) throws MalformedJson {
        OutboundMessage message;
        try {
            message = BatchLine.decode(input, Optional.of(new PageId("107")), Terms.USUAL);
        } catch (InvalidMessage e) {
            met("refused");
            holds(!e.getMessage().isBlank(), "it says why");
            return;
        }
        met("a message");
        Document line = Json.parse(input);
        sent(MessageV1.encode(message), line, "to", "");
        try {
            sent(MessageV01.encode(message), line, "to.id", "message.content.");
        } catch (InvalidMessage e) {
            met("none of v0.1");
        }
    }

    private static void sent(Document body, Document line, String to, String content) throws MalformedJson {
        Document read = Json.parse(JsonText.compact(body).getBytes(StandardCharsets.UTF_8));
        same(read, body, "the body, written and read");
        same(read.textOrNumber(to), line.textOrNumber("to"), "whom it goes to");
        for (String kind : List.of("image", "audio", "video", "file")) {
            same(read.text(content + kind + ".url"), line.text(kind), kind);
        }
        same(read.text(content + "text"), line.text("text"), "text");
        same(read.text("client_ref"), line.textOrNumber("client_ref"), "client_ref");
    }
}
