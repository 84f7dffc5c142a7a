package fbmsg.api;

import fbmsg.json.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A document with its secrets left out: members that hold keys, secrets or tokens. */
final class Redacted implements Document.Cases<Document> {
    private static final Set<String> SECRET = Set.of(
            "private_key", "access_token", "token", "jwt", "secret", "api_secret", "signature_secret", "password");

    static Document of(Document document) {
        return document.match(new Redacted());
    }

    @Override
    public Document object(Map<String, Document> members) {
        Document.Builder shown = Document.object();
        members.forEach((name, value) -> shown.with(
                name, SECRET.contains(name.toLowerCase(Locale.ROOT)) ? Document.of("[redacted]") : value.match(this)));
        return shown.build();
    }

    @Override
    public Document array(List<Document> items) {
        return Document.of(items.stream().map(item -> item.match(this)).toList());
    }

    @Override
    public Document string(String value) {
        return Document.of(value);
    }

    @Override
    public Document number(String token) {
        return new Document.Num(token);
    }

    @Override
    public Document literal(String token) {
        return token.equals("null") ? Document.NULL : Document.of(Boolean.parseBoolean(token));
    }
}
