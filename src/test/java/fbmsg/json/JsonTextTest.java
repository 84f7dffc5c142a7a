package fbmsg.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @Test
    void indentedHasTwoSpacesALevelAndAFinalNewline() {
        Document document = Document.object()
                .with("v", 1)
                .with("list", Document.of(List.of(Document.of("a"), Document.of(true))))
                .with("empty", Document.object().build())
                .with("none", Document.of(List.of()))
                .build();

        assertThat(JsonText.indented(document)).isEqualTo("""
                        {
                          "v": 1,
                          "list": [
                            "a",
                            true
                          ],
                          "empty": {},
                          "none": []
                        }
                        """);
    }

    @Test
    void compactHasNoWhiteSpace() {
        Document document = Document.object()
                .with("a", Document.NULL)
                .with("b", Document.of(List.of(Document.of(-1), Document.of(false))))
                .build();

        assertThat(JsonText.compact(document)).isEqualTo("{\"a\":null,\"b\":[-1,false]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^a\"b\\c^|^\"a\\\"b\\\\c\"^",
                "^\n\r\t^|^\"\\n\\r\\t\"^",
                "^\b\f\u0000\u001b\u007f^|^\"\\u0008\\u000c\\u0000\\u001b\\u007f\"^",
                "^é / 😀 \u2028^|^\"é / 😀 \u2028\"^",
                "^^|^\"\"^"
            })
    void quotingEscapesWhatJsonMustAndNothingElse(String text, String quoted) {
        assertThat(quote(text)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource({"d800,\\ud800", "dc00,\\udc00", "d83d 0061,\\ud83da", "0061 de00 d83d,a\\ude00\\ud83d"})
    void loneSurrogatesAreEscapedSinceUtf8CannotHoldThem(String codes, String quoted) {
        StringBuilder text = new StringBuilder();
        for (String code : codes.split(" ")) {
            text.append((char) Integer.parseInt(code, 16));
        }

        assertThat(quote(text.toString())).isEqualTo('"' + quoted + '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^ { \"a\" :\t[ 1.10 ,\r\n 1E400 ] } \n^|{\"a\":[1.10,1E400]}",
                "^{\"a b\": \" c \\\" d \\\\\" , \"e\": 1}^|^{\"a b\":\" c \\\" d \\\\\",\"e\":1}^",
                "^\" \\\\\" \" \"^|^\" \\\\\"\" \"^",
                "^{\"\\u0061\": \"\\ud800\"}^|^{\"\\u0061\":\"\\ud800\"}^",
                "^ \"é 😀\u2028 \" ^|^\"é 😀\u2028 \"^",
                "^{ \"open^|^{\"open^",
                "^ \"ends in \\^|^\"ends in \\^",
                "^ \\\" ] } , x ^|^\\\" ] } , x ^",
                "^^|^^",
                "^ \n ^|^^"
            })
    void minifyTakesOutInsignificantWhiteSpaceAndNothingElse(String json, String minified) {
        assertThat(minify(json)).isEqualTo(minified);
        assertThat(minify(minified)).isEqualTo(minified);
    }

    @Test
    void minifyKeepsBytesThatAreNoText() {
        byte[] bytes = {'"', (byte) 0xff, ' ', '"', ' ', (byte) 0xc3, '\t', (byte) 0x80};

        assertThat(JsonText.minify(bytes)).containsExactly('"', 0xff, ' ', '"', 0xc3, 0x80);
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder();
        JsonText.quote(text, out);
        return out.toString();
    }

    private static String minify(String json) {
        return new String(JsonText.minify(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
