package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import fbmsg.message.Content;
import fbmsg.message.InvalidMessage;
import java.util.Map;

/** Puts the members that somebody wrote by hand into a request's body. */
final class RawMembers {
    private RawMembers() {}

    /**
     * The body, with them added in their order. What it has already, it had from an option or from fbmsg itself: two
     * values of one member contradict each other, unless they are equal.
     */
    static Document added(Document.Builder body, Content content) {
        Document had = body.build();
        return content.match(text -> had, media -> had, raw -> added(body, had, raw), other -> had);
    }

    private static Document added(Document.Builder body, Document had, Content.Raw raw) {
        for (Map.Entry<String, Document> member : members(raw).entrySet()) {
            Document before = had.member(member.getKey()).orElse(member.getValue());
            if (!before.equals(member.getValue())) {
                throw new InvalidMessage(
                        "the raw JSON and the options disagree on \"" + member.getKey() + "\"", "give it in one place");
            }
            body.with(member.getKey(), member.getValue());
        }
        return body.build();
    }

    private static Map<String, Document> members(Content.Raw raw) {
        try {
            return Json.parse(raw.json())
                    .members()
                    .orElseThrow(() -> new InvalidMessage(
                            "the raw JSON is not an object", "give members of the request's body in one"));
        } catch (MalformedJson e) {
            throw new InvalidMessage("the raw JSON is malformed: " + e.where(), "mend it there");
        }
    }
}
