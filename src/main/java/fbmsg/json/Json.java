package fbmsg.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text to {@link Document}s (RFC 8259, strict): a member twice, half of a surrogate pair in a member's name, anything
 * after the value, bytes that are not UTF-8, and nesting deeper than 500 are malformed. Works on jackson's stream of tokens, which costs a
 * fraction of its tree to start and keeps the digits of numbers.
 */
public final class Json {
    private static final int DEEPEST = 500;
    private static final JsonFactory FACTORY = factory(DEEPEST);

    private Json() {}

    public static Document parse(byte[] utf8) throws MalformedJson {
        return parse(decode(utf8));
    }

    public static Document parse(String text) throws MalformedJson {
        return parse(text, FACTORY);
    }

    /** One level deeper: a record of ours holds a document that may be as deep as any. */
    static Document parseRecord(byte[] utf8) throws MalformedJson {
        return parse(decode(utf8), ForRecords.FACTORY);
    }

    /** Made when the first record is read: most commands read none. */
    private static final class ForRecords {
        static final JsonFactory FACTORY = factory(DEEPEST + 1);
    }

    private static JsonFactory factory(int deepest) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        // nothing is calculated with numbers here, so their length is no danger
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    private static Document parse(String text, JsonFactory factory) throws MalformedJson {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new MalformedJson(1, 1, "there is nothing but white space");
            }
            Document document = value(parser, first);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "something follows the JSON value");
            }
            checkEscapes(text);
            return document;
        } catch (JacksonIOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        } catch (StreamConstraintsException e) {
            throw at(e.getLocation(), "it is nested deeper than " + DEEPEST);
        } catch (JacksonException e) {
            throw at(e.getLocation(), reason(e));
        }
    }

    /** UTF-8 and nothing else, checked. */
    public static String decode(byte[] utf8) throws MalformedJson {
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports, unless told otherwise
        boolean wrong = decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (wrong) {
            throw after(text, "it is not UTF-8");
        }
        return text;
    }

    /** Of a digit in an escape jackson looks at the lower byte only: a letter that ends like one would pass for it. */
    private static void checkEscapes(String text) throws MalformedJson {
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
            for (int digit = at + 2; text.charAt(at + 1) == 'u' && digit < at + 6; digit++) {
                if (text.charAt(digit) > 0x7f) {
                    throw after(text.substring(0, digit), "expected a hex-digit for character escape sequence");
                }
            }
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

    /** Wrong right behind that text. */
    private static MalformedJson after(String text, String reason) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new MalformedJson(line, text.length() - text.lastIndexOf('\n'), reason);
    }

    private static MalformedJson at(TokenStreamLocation location, String reason) {
        return location == null
                ? new MalformedJson(1, 1, reason)
                : new MalformedJson(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), reason);
    }

    /** Jackson's own sentence, without its hints on its own classes and features. */
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        for (String hint :
                new String[] {"\n", ": enable `", " (not recognized as one", " (start marker at", " (for "}) {
            int start = message.indexOf(hint);
            message = start < 0 ? message : message.substring(0, start);
        }
        return message.strip();
    }
}
