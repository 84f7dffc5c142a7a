package fbmsg.json;

import fbmsg.fuzz.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any bytes are one JSON value or malformed, as two others say: the grammar of RFC 8259 written down once more, and jackson's
 * tree. A value that was read is written so that it reads the same; minifying changes no token.
 */
class JsonFuzzTest extends FuzzTest {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|[{}\\[\\]:,]|[^{}\\[\\]:,\" \\t\\r\\n]++", Pattern.DOTALL);

    private static final JsonMapper TREE = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "{\"a\":1.10,\"b\":[true,false,null,-0,1E400,1e-7],\"c\":{\"\":\"\"},\"d\":\"é😀\\ud83d\\ude00\"}",
                        " [ 1 , { \"x\\u0000\" : \"\\\" \\\\ \\/ \\b\\f\\n\\r\\t\" } ]\r\n\t",
                        "\"\\ud800 \\udc00\\ud800 a\"",
                        "-12345678901234567890.012345678901234567890e+0012",
                        "null",
                        "[".repeat(60) + "{\"deep\":0}" + "]".repeat(60),
                        "{\"same\":1,\"sam\\u0065\":2}",
                        "{\"v\":1}\n{\"v\":2}\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"a\"",
                "\"b\"",
                "\"\\u0061\"",
                "\"",
                "\\",
                "\\u",
                "\\ud800",
                "\\udc00",
                "\\u00",
                "ȴ",
                "0",
                "-",
                "1.5",
                "1e9",
                ".",
                "e",
                "+1",
                "01",
                "true",
                "false",
                "null",
                "NaN",
                "Infinity",
                "//",
                "/*",
                "*/",
                "#",
                "'",
                " ",
                "\n",
                "\r\n",
                "\t",
                "\u000b",
                "\f",
                "\u00a0",
                "\u2028",
                "\ufeff",
                "\uffff",
                "\0",
                "\u001f",
                "\u007f",
                "é",
                "😀",
                "{\"a\":",
                "\"a\":1,",
                "[[[[[[[[[[",
                "]]]]]]]]]]",
                "[".repeat(440),
                "]".repeat(440));
    }

    @Override
    protected int inputs() {
        return 6_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("read", "malformed");
    }

    @Override
    public void check(byte[] input) throws Exception {
        byte[] small = JsonText.minify(input);
        same(JsonText.minify(small), small, "minified twice");

        Optional<Document> document = parsed(input);
        met(document.isPresent() ? "read" : "malformed");
        same(document.isPresent(), Rfc8259.accepts(input, 500), "JSON");
        Optional<JsonNode> tree = tree(input);
        same(document.isPresent(), tree.isPresent(), "JSON to jackson's tree");
        if (document.isPresent()) {
            sameAs(document.get(), tree.get());
            writtenAndRead(document.get());
            same(tokens(small), tokens(input), "minified");
            same(JsonText.compact(parsed(small).orElseThrow()), JsonText.compact(document.get()), "minified and read");
        }
        quoted(new String(input, StandardCharsets.UTF_16BE));
        quoted(new String(input, StandardCharsets.UTF_8));
    }

    private static Optional<Document> parsed(byte[] input) {
        try {
            return Optional.of(Json.parse(input));
        } catch (MalformedJson e) {
            holds(e.line() > 0 && e.column() > 0 && e.where().indexOf('\n') < 0, "where is a place, on one line");
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> tree(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        // jackson would take bytes for UTF-16 or leave out a mark at their start, and is lenient with wrong UTF-8
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), input)
                || text.indexOf('\0') >= 0
                || text.startsWith("\ufeff")) {
            return Optional.empty();
        }
        try {
            JsonNode tree = TREE.readTree(input);
            return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void sameAs(Document document, JsonNode tree) {
        document.match(new Document.Cases<Void>() {
            @Override
            public Void object(java.util.Map<String, Document> members) {
                same(List.copyOf(members.keySet()), List.copyOf(tree.propertyNames()), "names");
                members.forEach((name, value) -> sameAs(value, tree.get(name)));
                return null;
            }

            @Override
            public Void array(List<Document> items) {
                same(items.size(), tree.size(), "size");
                for (int i = 0; i < items.size(); i++) {
                    sameAs(items.get(i), tree.get(i));
                }
                return null;
            }

            @Override
            public Void string(String value) {
                same(value, tree.stringValue(), "string");
                return null;
            }

            @Override
            public Void number(String token) {
                holds(tree.isNumber(), "a number");
                return null;
            }

            @Override
            public Void literal(String token) {
                same(token, tree.toString(), "literal");
                return null;
            }
        });
    }

    private static void writtenAndRead(Document document) throws MalformedJson {
        String compact = JsonText.compact(document);
        holds(compact.chars().noneMatch(c -> c < 0x20 || c == 0x7f), "compact text has no control characters");
        Document again = Json.parse(compact.getBytes(StandardCharsets.UTF_8));
        same(again, document, "written and read");
        same(JsonText.compact(again), compact, "written again");
        String indented = JsonText.indented(document);
        same(Json.parse(indented), document, "indented and read");
        same(
                new String(JsonText.minify(indented.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8),
                compact,
                "indented and minified");
    }

    private static void quoted(String text) throws MalformedJson {
        StringBuilder quoted = new StringBuilder();
        JsonText.quote(text, quoted);
        same(Json.parse(quoted.toString().getBytes(StandardCharsets.UTF_8)), Document.of(text), "quoted and read");
    }

    private static List<String> tokens(byte[] utf8) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(new String(utf8, StandardCharsets.UTF_8));
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }
}
