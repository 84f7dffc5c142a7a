package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;

/** Webhooks as the published API descriptions show them (v0.1: 0.4.0, v1: 1.20.0), and the tutorial's own. */
final class Payloads {
    static final String TUTORIAL = """
            {
              "message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
              "to":{
                "type":"messenger",
                "id":"0000000000000000"
              },
              "from":{
                "type":"messenger",
                "id":"1111111111111111"
              },
              "timestamp":"2020-01-01T14:00:00.000Z",
              "message":{
                "content":{
                  "type":"text",
                  "text":"Hello from Facebook Messenger!"
                }
              }
            }
            """;

    private Payloads() {}

    /** An inbound message of v1; the content's own members are the caller's. */
    static String inboundV1(String content) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab\",\"to\":\"0123456789\","
                + "\"from\":\"9876543210\",\"timestamp\":\"2025-02-03T12:14:25Z\"," + content + "}";
    }

    static String inboundV01(String content) {
        return "{\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\","
                + "\"to\":{\"type\":\"messenger\",\"id\":\"0123456789012345\"},"
                + "\"from\":{\"type\":\"messenger\",\"id\":\"9876543210987654\"},"
                + "\"timestamp\":\"2020-01-01T14:00:00.000Z\",\"message\":{\"content\":" + content + "}}";
    }

    static String statusV1(String more) {
        return "{\"message_uuid\":\"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab\",\"to\":\"0123456789\",\"from\":\"9876543210\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"channel\":\"messenger\"," + more + "}";
    }

    static String statusV01(String more) {
        return "{\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\","
                + "\"to\":{\"type\":\"messenger\",\"id\":\"0123456789012345\"},"
                + "\"from\":{\"type\":\"messenger\",\"id\":\"9876543210987654\"},"
                + "\"timestamp\":\"2020-01-01T14:00:00.000Z\"," + more + "}";
    }

    static Document json(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJson e) {
            throw new AssertionError(e.where() + " of " + text, e);
        }
    }
}
