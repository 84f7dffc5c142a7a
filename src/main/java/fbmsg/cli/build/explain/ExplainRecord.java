package fbmsg.cli.build.explain;

import fbmsg.catalogue.ApiError;
import fbmsg.catalogue.ApiErrors;
import fbmsg.catalogue.DeliveryError;
import fbmsg.catalogue.Entry;
import fbmsg.catalogue.Retry;
import fbmsg.catalogue.Tag;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Entries of the catalogue as JSON: {@code {"v":1,"code":"1120","entries":[{"list":"api",…},{"list":"delivery",…}]}}.
 * An entry has {@code list}, {@code code}, {@code meaning}, {@code next} and {@code source}; an error {@code title} and
 * {@code retry} ({@code yes}, {@code after_fix}, {@code no}, {@code with_care}), one of the API {@code status},
 * {@code fragments} and perhaps {@code kinds}, one of a delivery {@code messenger}; a tag {@code state} and {@code since}. Fields are only ever added.
 */
final class ExplainRecord implements Entry.Cases<Document.Builder> {
    private ExplainRecord() {}

    /**
     * @param code as it was asked for; a URL before it is left out
     * @return a line with its end
     */
    static String line(String code, List<Entry> entries) {
        ExplainRecord cases = new ExplainRecord();
        List<Document> documents = entries.stream()
                .map(entry -> entry.match(cases)
                        .with("meaning", entry.meaning())
                        .with("next", entry.next())
                        .with("source", entry.source())
                        .build())
                .toList();
        return JsonText.compact(Document.object()
                        .with("v", 1)
                        .with("code", code.substring(code.lastIndexOf('#') + 1).strip())
                        .with("entries", Document.of(documents))
                        .build())
                + "\n";
    }

    @Override
    public Document.Builder apiError(ApiError error) {
        Document.Builder entry = Document.object()
                .with("list", "api")
                .with("status", error.status())
                .with("code", error.code())
                .with("title", error.title())
                .with("retry", retry(error.retry()))
                .with("fragments", texts(error.fragments().stream()));
        List<ApiError> kinds = error.isKind() ? List.of() : ApiErrors.kinds(error.status());
        return kinds.isEmpty()
                ? entry
                : entry.with("kinds", texts(kinds.stream().map(ApiError::code)));
    }

    @Override
    public Document.Builder deliveryError(DeliveryError error) {
        return Document.object()
                .with("list", "delivery")
                .with("code", error.code())
                .with("messenger", error.messenger())
                .with("title", error.title())
                .with("retry", retry(error.retry()));
    }

    @Override
    public Document.Builder tag(Tag tag) {
        return Document.object()
                .with("list", "tag")
                .with("code", tag.code())
                .with("state", tag.state().name().toLowerCase(Locale.ROOT))
                .with("since", tag.since().map(Object::toString));
    }

    private static Document texts(Stream<String> texts) {
        return Document.of(texts.map(Document::of).toList());
    }

    private static String retry(Retry retry) {
        return retry.name().toLowerCase(Locale.ROOT);
    }
}
