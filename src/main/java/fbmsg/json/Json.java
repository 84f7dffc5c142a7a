package fbmsg.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text to {@link Document}s (RFC 8259, strict): a member twice, anything after the value, bytes that are not UTF-8,
 * and nesting deeper than the parser's limit (500) are malformed. Works on jackson's stream of tokens, which costs a
 * fraction of its tree to start and keeps the digits of numbers.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    public static Document parse(byte[] utf8) throws MalformedJson {
        return parse(decode(utf8));
    }

    public static Document parse(String text) throws MalformedJson {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new MalformedJson(1, 1, "there is nothing but white space");
            }
            Document document = value(parser, first);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "something follows the JSON value");
            }
            return document;
        } catch (StreamReadException | StreamConstraintsException e) {
            throw at(e.getLocation(), reason(e));
        } catch (JacksonIOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    /** UTF-8 and nothing else, checked. */
    public static String decode(byte[] utf8) throws MalformedJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson(1, 1, "it is not UTF-8");
        }
    }

    private static Document value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Document.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Document.Num(parser.getString());
            case VALUE_TRUE -> new Document.Bool(true);
            case VALUE_FALSE -> new Document.Bool(false);
            case VALUE_NULL -> Document.NULL;
            default -> throw new IllegalStateException("the parser gave " + token);
        };
    }

    private static Document object(JsonParser parser) {
        Map<String, Document> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Document.Obj(members);
    }

    private static Document array(JsonParser parser) {
        List<Document> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Document.Arr(items);
    }

    private static MalformedJson at(TokenStreamLocation location, String reason) {
        return location == null
                ? new MalformedJson(1, 1, reason)
                : new MalformedJson(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), reason);
    }

    /** Jackson's own sentence, without the trailing hint on its classes. */
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
