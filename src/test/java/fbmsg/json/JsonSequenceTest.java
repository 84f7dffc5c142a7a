package fbmsg.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSequenceTest {
    /** Each value as {@code line:json}, each problem as {@code line!problem}. */
    private static List<String> read(InputStream in) throws IOException {
        JsonSequence sequence = new JsonSequence(in);
        List<String> items = new ArrayList<>();
        for (Optional<JsonSequence.Item> item = sequence.next(); item.isPresent(); item = sequence.next()) {
            JsonSequence.Item found = item.get();
            items.add(found.document()
                    .map(document -> found.line() + ":" + JsonText.compact(document))
                    .orElseGet(() -> found.line() + "!" + found.problem().orElseThrow()));
        }
        return items;
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void valuesStandALineEachOrNot() throws IOException {
        assertThat(read("{\"a\":1}\n{\n \"b\": [1,\n{}]\n}{\"c\":\"}{\"}[2]\r\n\n7\n"))
                .containsExactly("1:{\"a\":1}", "2:{\"b\":[1,{}]}", "5:{\"c\":\"}{\"}", "5:[2]", "7:7");
    }

    @Test
    void thereMayBeNothing() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read(" \n\t\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":"x\\n{"b":1}\\n                 | 1!a line ends inside a string
            {"a":1,\\n{"b":1}\\n                 | 1!the value is cut off: the next line starts another
            {"a":\\"\\\\\\n{"b":1}               | 1!a line ends inside a string
            nonsense {"no":1}\\n{"b":1}          | 1!line 1, column 1: Unrecognized token 'nonsense'
            {"a":1,"a":2}\\n{"b":1}              | 1!line 1, column 11: Duplicate Object property "a"
            }\\n{"b":1}                          | 1!line 1, column 1: Unexpected close marker '}'
            """)
    void whatIsMalformedCostsOnlyItself(String input, String problem) throws IOException {
        List<String> items = read(input.translateEscapes());

        assertThat(items).hasSize(2);
        assertThat(items.get(0)).startsWith(problem);
        assertThat(items.get(1)).isEqualTo("2:{\"b\":1}");
    }

    @Test
    void anObjectAtTheStartOfALineMayStandInsideAnother() throws IOException {
        assertThat(read("[\n{\"a\":1},\n{\"b\":\n{}}]")).containsExactly("1:[{\"a\":1},{\"b\":{}}]");
    }

    @Test
    void theEndMayComeTooEarly() throws IOException {
        assertThat(read("{\"a\":1}\n{\"b\":")).containsExactly("1:{\"a\":1}", "2!the input ends inside the value");
    }

    /** A pipeline would stand still if a value waited for what follows it. */
    @Test
    void aValueIsGivenOutBeforeTheNextByteIsThere() throws IOException {
        try (PipedOutputStream writer = new PipedOutputStream();
                PipedInputStream reader = new PipedInputStream(writer)) {
            JsonSequence sequence = new JsonSequence(reader);
            writer.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
            writer.flush();

            assertThat(sequence.next().orElseThrow().document()).isPresent();
        }
    }
}
