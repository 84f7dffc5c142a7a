package fbmsg.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final String JSON =
            "{\"a\":{\"b\":[10,{\"c\":\"x\"},null]},\"0\":\"zero\",\"\":\"empty\",\"n\":1.10}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a.b.0|10", "a.b.1.c|\"x\"", "a.b.2|null", "0|\"zero\"", "''|\"empty\"", "n|1.10", "a.b.00|10"})
    void aPathLeadsThroughMembersAndIndexes(String path, String json) throws MalformedJson {
        assertThat(Json.parse(JSON).at(path).map(JsonText::compact)).contains(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b",
                "a.c",
                "a.b.3",
                "a.b.-1",
                "a.b.x",
                "a.b.",
                "a.b.99999999999",
                "a.b.1.c.d",
                "a..b",
                "n.0",
                "."
            })
    void aPathThatLeadsNowhereIsEmpty(String path) throws MalformedJson {
        assertThat(Json.parse(JSON).at(path)).isEmpty();
    }

    @Test
    void textIsOfStringsOnlyAndTextOrNumberOfBoth() throws MalformedJson {
        Document document =
                Json.parse("{\"s\":\"1\",\"n\":12345678901234567890,\"b\":true,\"z\":null,\"o\":{},\"a\":[]}");

        assertThat(document.text("s")).contains("1");
        assertThat(document.text("n")).isEmpty();
        assertThat(document.textOrNumber("s")).contains("1");
        assertThat(document.textOrNumber("n")).contains("12345678901234567890");
        for (String other : new String[] {"b", "z", "o", "a"}) {
            assertThat(document.text(other)).isEmpty();
            assertThat(document.textOrNumber(other)).isEmpty();
        }
    }

    @Test
    void aBuilderKeepsTheOrderAndLeavesOutWhatIsAbsent() {
        Document document = Document.object()
                .with("z", "last")
                .with("none", Optional.empty())
                .with("a", Optional.of("first"))
                .with("z", 1)
                .build();

        assertThat(JsonText.compact(document)).isEqualTo("{\"z\":1,\"a\":\"first\"}");
    }

    @Test
    void numbersEqualByTheirDigits() throws MalformedJson {
        assertThat(Json.parse("1.0")).isNotEqualTo(Json.parse("1.00")).isEqualTo(Json.parse("1.0"));
    }
}
