package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import fbmsg.message.Category;
import fbmsg.message.Content;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.Purpose;
import fbmsg.message.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as one line of JSON: {@code {"to":"…","text":"…"}}, or one of {@code image}, {@code audio}, {@code video} and
 * {@code file} (a URL) instead of the text; optionally {@code from}, {@code category}, {@code tag}, {@code client_ref}.
 */
public final class BatchLine {
    private static final Set<String> OTHERS = Set.of("to", "from", "text", "category", "tag", "client_ref");

    private BatchLine() {}

    /**
     * @param page whose messages these are, where a line does not say it
     * @param terms what holds where a line says nothing else
     * @throws InvalidMessage if it is no such line, or the API would refuse the message
     */
    public static OutboundMessage decode(byte[] line, Optional<PageId> page, Terms terms) {
        Document document;
        try {
            document = Json.parse(line);
        } catch (MalformedJson e) {
            throw new InvalidMessage("it is not JSON: column " + e.column() + ": " + e.getMessage(), "mend the line");
        }
        Map<String, Document> members = document.members()
                .orElseThrow(
                        () -> new InvalidMessage("it is not a JSON object", "write {\"to\":\"…\",\"text\":\"…\"}"));
        List<Content> contents = new ArrayList<>();
        text(document, "text").map(Content.Text::new).ifPresent(contents::add);
        for (Content.Media.Kind kind : Content.Media.Kind.values()) {
            text(document, kind.wire()).map(url -> new Content.Media(kind, url)).ifPresent(contents::add);
        }
        for (String name : members.keySet()) {
            if (!OTHERS.contains(name) && Content.Media.Kind.of(name).isEmpty()) {
                throw new InvalidMessage(
                        "it has an unknown member \"" + name + "\"",
                        "a line has to, from, text, image, audio, video, file, category, tag, client_ref");
            }
        }
        if (contents.size() != 1) {
            throw new InvalidMessage(
                    contents.isEmpty() ? "it says nothing" : "it has more than one content",
                    "give one of text, image, audio, video and file");
        }
        PageId from = id(document, "from")
                .map(PageId::new)
                .or(() -> page)
                .orElseThrow(() -> new InvalidMessage(
                        "it has no \"from\"", "add it, give --from PAGE_ID, or run: fbmsg config set page_id PAGE_ID"));
        Psid to = id(document, "to").map(Psid::new).orElseThrow(() -> new InvalidMessage("it has no \"to\"", "add it"));
        return new OutboundMessage(from, to, contents.get(0), terms(document, terms));
    }

    private static Terms terms(Document document, Terms terms) {
        Optional<String> category = text(document, "category");
        Optional<String> tag = text(document, "tag");
        Optional<Purpose> purpose = terms.purpose();
        if (category.isPresent() || tag.isPresent()) {
            Category own = category.map(BatchLine::category)
                    .or(() -> terms.purpose().map(Purpose::category))
                    .orElse(Category.RESPONSE);
            Optional<String> usual = terms.purpose().flatMap(Purpose::tag).filter(t -> own == Category.MESSAGE_TAG);
            purpose = Optional.of(new Purpose(own, tag.or(() -> usual)));
        }
        return new Terms(purpose, id(document, "client_ref").or(terms::clientRef), terms.callback(), terms.lengths());
    }

    private static Category category(String wire) {
        return Category.of(wire)
                .orElseThrow(() -> new InvalidMessage(
                        "its category \"" + wire + "\" is unknown", "give response, update or message_tag"));
    }

    /** A null stands for none. */
    private static Optional<String> text(Document document, String name) {
        Optional<Document> member = document.member(name).filter(value -> value != Document.NULL);
        if (member.isPresent() && member.get().string().isEmpty()) {
            throw new InvalidMessage("its \"" + name + "\" is not a string", "write it in quotes");
        }
        return member.flatMap(Document::string);
    }

    /** A number is kept digit for digit: a PSID may be beyond 2^53. */
    private static Optional<String> id(Document document, String name) {
        Optional<String> number =
                document.textOrNumber(name).filter(id -> document.text(name).isEmpty());
        return number.isPresent() && number.get().chars().allMatch(c -> c >= '0' && c <= '9')
                ? number
                : text(document, name);
    }
}
