package fbmsg.json;

import fbmsg.fuzz.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whatever stands between two records, on lines of its own: the first one is read, and so is the last, unless what was between
 * ends where a value is due. How the bytes arrive makes no difference.
 */
class JsonSequenceFuzzTest extends FuzzTest {
    private static final byte[] FIRST = "{\"first\":1}\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LAST = "\n{\"last\":1}".getBytes(StandardCharsets.UTF_8);

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "{\"a\":[1,{\"b\":\"}\\\"]\"}]}{\"c\":2}\n[3]\n\"x\"\n4 \n",
                        "{\n  \"a\": [\n{\n\"b\": 1\n},\n{\n}\n]\n}\n",
                        "{\"cut\":\"off\n{\"a\":1}\n",
                        "{\"cut\":1,\n{\"a\":1}\r\n\r\n",
                        "[1,\n[2,\n3]]")
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
                "\n{",
                "\n}",
                ",\n{",
                ":\n{",
                "[\n{",
                "\"",
                "\\",
                "\\\"",
                "\n",
                "{\"a\":1}",
                "[1]",
                "1",
                " ",
                "\"a\":");
    }

    @Override
    protected int inputs() {
        return 1_500;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("last one read", "ends inside a value", "with problems", "without");
    }

    @Override
    public void check(byte[] input) throws IOException {
        List<JsonSequence.Item> items = read(new ByteArrayInputStream(whole(input)));
        same(read(byteByByte(whole(input))), items, "byte by byte");

        same(items.get(0), new JsonSequence.Item(1, Optional.of(document("first")), Optional.empty()), "the first");
        JsonSequence.Item last = items.get(items.size() - 1);
        boolean read = last.document().equals(Optional.of(document("last")));
        met(read ? "last one read" : "ends inside a value");
        holds(read || last.problem().equals(Optional.of("the input ends inside the value")), "the last one is read");
        met(items.stream().anyMatch(i -> i.problem().isPresent()) ? "with problems" : "without");

        int line = 1;
        for (JsonSequence.Item item : items) {
            holds(item.line() >= line, "lines are counted up");
            holds(item.document().isPresent() != item.problem().isPresent(), "read or not");
            line = item.line();
        }
        holds(line <= lines(whole(input)), "no more lines than there are");
        alone(input);
    }

    /** An object or array that is JSON is one item, the same. */
    private static void alone(byte[] input) throws IOException {
        try {
            Document document = Json.parse(input);
            if (document.members().isPresent() || document.items().isPresent()) {
                List<JsonSequence.Item> items = read(new ByteArrayInputStream(input));
                holds(items.size() == 1 && items.get(0).document().equals(Optional.of(document)), "one item");
            }
        } catch (MalformedJson e) {
            read(new ByteArrayInputStream(input));
        }
    }

    private static List<JsonSequence.Item> read(InputStream in) throws IOException {
        JsonSequence sequence = new JsonSequence(in);
        List<JsonSequence.Item> items = new ArrayList<>();
        for (Optional<JsonSequence.Item> next = sequence.next(); next.isPresent(); next = sequence.next()) {
            items.add(next.get());
        }
        return items;
    }

    private static InputStream byteByByte(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };
    }

    private static byte[] whole(byte[] input) {
        byte[] whole = new byte[FIRST.length + input.length + LAST.length];
        System.arraycopy(FIRST, 0, whole, 0, FIRST.length);
        System.arraycopy(input, 0, whole, FIRST.length, input.length);
        System.arraycopy(LAST, 0, whole, FIRST.length + input.length, LAST.length);
        return whole;
    }

    private static int lines(byte[] bytes) {
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static Document document(String name) {
        return Document.object().with(name, 1).build();
    }
}
