package fbmsg.json.wire;

import static fbmsg.json.wire.Payloads.inboundV01;
import static fbmsg.json.wire.Payloads.inboundV1;
import static fbmsg.json.wire.Payloads.statusV01;
import static fbmsg.json.wire.Payloads.statusV1;

import fbmsg.fuzz.FuzzTest;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonSequence;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import fbmsg.message.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any JSON is an event of Messenger's or none. The record of an event is one line of JSON, holds the body token for token, and
 * is read as the same event.
 */
class WebhookFuzzTest extends FuzzTest {

    @Override
    public List<byte[]> seeds() {
        String error =
                "\"status\":\"rejected\",\"client_ref\":\"abc\",\"error\":{\"type\":\"https://x/#1340\",\"title\":1340,"
                        + "\"detail\":\"Outside\"},\"usage\":{\"currency\":\"EUR\",\"price\":\"0.0333\"}";
        return Stream.of(
                        Payloads.TUTORIAL,
                        inboundV1("\"message_type\":\"text\",\"text\":\"Hi \\u0000\\n😀\\ud800\""),
                        inboundV1(
                                "\"message_type\":\"image\",\"image\":{\"url\":\"https://example.com/a.jpg\",\"caption\":\"c\"}"),
                        inboundV1("\"message_type\":\"file\",\"file\":{\"url\":\"u\"}"),
                        inboundV1("\"message_type\":\"unsupported\""),
                        inboundV01("{\"type\":\"text\",\"text\":\"Hi\"}"),
                        inboundV01("{\"type\":\"audio\",\"audio\":{\"url\":\"u\"}}"),
                        inboundV01("{\"type\":\"video\",\"video\":{\"url\":\"u\"}}"),
                        inboundV01("{\"type\":\"location\",\"location\":{\"lat\":1.0}}"),
                        statusV1("\"status\":\"delivered\",\"client_ref\":12.50"),
                        statusV1(error),
                        statusV01("\"status\":\"read\",\"error\":null"),
                        statusV01(error.replace("\"title\":1340,\"detail\"", "\"code\":1300,\"reason\"")))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\"type\":\"messenger\"",
                "\"channel\":\"messenger\",",
                "\"status\":\"read\",",
                "\"v\":1,",
                "\"event\":\"inbound\",",
                "\"file\":",
                "\"url\":",
                "\"payload\":{},",
                "\"from\":",
                "\"to\":",
                "\"id\":",
                "null",
                "{}",
                "[]",
                "1",
                "1e3",
                "-1",
                "\"\"",
                "\"\\n\"",
                "\\u0085",
                "\\u2028",
                "\\u0000",
                "\\ud83d",
                "\n",
                " ",
                "é",
                "😀",
                "\"text\":\"x\",",
                "text",
                "2020-01-01 14:00:00 UTC",
                "+10000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00+18:00",
                "T24:00:00",
                "T23:59:60Z",
                "2020-01-01T14:00Z",
                "2020-01-01T14:00:00,5+01:00",
                "99999999999999999999");
    }

    @Override
    protected int inputs() {
        return 6_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("inbound", "status", "no event", "no JSON");
    }

    @Override
    public void check(byte[] input) throws Exception {
        Document document;
        try {
            document = Json.parse(input);
        } catch (MalformedJson e) {
            met("no JSON");
            return;
        }
        try {
            Event event = Webhooks.decode(document);
            met(event.match(inbound -> "inbound", status -> "status"));
            recorded(event, input, Optional.empty());
            recorded(event, input, Optional.of(document.toString()));
        } catch (NotAnEvent e) {
            met("no event");
        }
        asRecord(document);
    }

    private static void recorded(Event event, byte[] body, Optional<String> file)
            throws MalformedJson, NotAnEvent, IOException {
        String payload = new String(JsonText.minify(body), StandardCharsets.UTF_8);
        String line = EventRecord.line(EventRecord.encode(event, "valid", file), payload);
        holds(line.chars().noneMatch(c -> c < 0x20), "the record is one line");
        holds(line.endsWith(",\"payload\":" + payload + "}"), "the payload is the body, token for token");

        JsonSequence.Item item = new JsonSequence(
                        new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)))
                .next()
                .orElseThrow();
        Document record = item.document()
                .orElseThrow(() -> new AssertionError(item.problem().orElseThrow()));
        same(record.member("payload"), Optional.of(Json.parse(body)), "payload");
        same(record.text("file"), file, "file");
        holds(EventRecord.isRecord(record), "it is a record");
        same(EventRecord.decode(record), event, "the event of the record");
    }

    /** What somebody else wrote and calls a record. */
    private static void asRecord(Document document) {
        try {
            EventRecord.decode(document);
        } catch (NotAnEvent e) {
            holds(!e.getMessage().isBlank(), "it says why");
        }
    }
}
