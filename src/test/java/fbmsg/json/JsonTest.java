package fbmsg.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "null",
                "true",
                "false",
                "{\"b\":1,\"a\":[{\"c\":null},\"\"],\"\":{}}",
                "1.10",
                "1E400",
                "1e99999999999",
                "-0",
                "-0.0",
                "100000000000000000000000000000000000001",
                "\"😀 é \\\" \\\\ \\n\\r\\t\\u0000\\u001b\\u007f\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"a\\udfffb\""
            })
    void whatIsReadIsWrittenAsItWas(String json) throws MalformedJson {
        assertThat(JsonText.compact(Json.parse(json))).isEqualTo(json);
        assertThat(JsonText.compact(Json.parse(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(json);
    }

    /**
     * U+0234 ends in the byte of a 4, and jackson's reader of characters takes it for one: a stranger's body that no other parser
     * reads was an event, and its record a line that {@code jq} stops at.
     */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\u00\u02341\"", "{\"\\\\\\u00\u02341\":1}", "[\"\\n\",\n\"\\u\u0130041\"]"})
    void onlyAsciiDigitsMakeAnEscape(String json) {
        assertThat(malformed(json)).hasMessageContaining("expected a hex-digit for character escape sequence");
    }

    @Test
    void anEscapedPairOfSurrogatesIsOneCharacter() throws MalformedJson {
        assertThat(Json.parse("\"\\ud83d\\ude00\"").string()).contains("😀");
    }

    /**
     * The parser's limits on numbers (1,000 digits) and names (50,000 characters) once came out as exceptions that nobody
     * expected: a stranger's webhook ended in "this is a bug in fbmsg".
     */
    @Test
    void numbersAndNamesOfAnyLengthAreTaken() throws MalformedJson {
        String json = "{\"" + "k".repeat(60_000) + "\":" + "9".repeat(100_000) + "." + "1".repeat(5_000) + "}";

        assertThat(JsonText.compact(Json.parse(json))).isEqualTo(json);
    }

    /** The same story as of long numbers: the limit of nesting was thrown past everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void tenThousandLevelsAreMalformed(String level) {
        assertThat(malformed(level.repeat(10_000))).hasMessage("it is nested deeper than 500");
    }

    @Test
    void fiveHundredLevelsAreRead() throws MalformedJson {
        String json = "[".repeat(500) + "]".repeat(500);

        assertThat(JsonText.compact(Json.parse(json))).isEqualTo(json);
        assertThat(malformed("[" + json + "]")).hasMessage("it is nested deeper than 500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^|1|1|there is nothing but white space",
                "^ \n\t ^|1|1|there is nothing but white space",
                "{\"a\":1,\"a\":1}|1|11|Duplicate Object property \"a\"",
                "{\"a\":1,\"\\u0061\":1}|1|16|Duplicate Object property \"a\"",
                "[{\"x\":{\"a\":1,\"b\":2,\"a\":3}}]|1|23|Duplicate Object property \"a\"",
                "1 2|1|3|something follows the JSON value",
                "{}{}|1|3|something follows the JSON value",
                "{}]|1|3|^Unexpected close marker ']': no open Array to close^",
                "^{\n  \"a\": nope\n}^|2|8|^Unrecognized token 'nope': was expecting (JSON String, Number, Array, Object or"
                        + " token 'null', 'true' or 'false')^",
                "^{\n \"a\": 1\n \"b\": 2}^|3|2|^Unexpected character ('\"' (code 34)): was expecting comma to separate"
                        + " Object entries^",
                "{\"a\":1,}|1|8|^Unexpected character ('}' (code 125)): was expecting double-quote to start property name^",
                "{\"a\"|1|5|^Unexpected end-of-input within/between Object entries^",
                "^\"a\tb\"^|1|3|^Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be"
                        + " included in string value^",
                "\"abc|1|5|^Unexpected end-of-input: was expecting closing quote for a string value^",
                "01|1|2|^Invalid numeric value: Leading zeroes not allowed^",
                "5.|1|2|^Unexpected character ('.' (code 46)) in numeric value: Decimal point not followed by a digit^",
                "\"\\u00\u02341\"|1|6|expected a hex-digit for character escape sequence",
                "\"\\x\"|1|3|^Unrecognized character escape 'x' (code 120)^"
            })
    void whatIsMalformedSaysWhereAndWhy(String json, int line, int column, String reason) {
        MalformedJson e = malformed(json);

        assertThat(List.of(e.line(), e.column(), e.getMessage())).containsExactly(line, column, reason);
        assertThat(e.where()).isEqualTo("line " + line + ", column " + column + ": " + reason);
    }

    /** The parser's own features and classes are of no use to somebody who edits a config file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "// a comment\n{}",
                "{} # a comment",
                "NaN",
                "+1",
                "[1,]",
                "'a'",
                "\"\\'\"",
                "[.5]",
                "{",
                "[1",
                "{]",
                "[}",
                "{\"a\":[1}"
            })
    void noReasonSpeaksOfTheParsersClasses(String json) {
        assertThat(malformed(json).getMessage()).doesNotContain("`", "Feature", "REDACTED", "\n", "tools.jackson");
    }

    /** The position was once always line 1, column 1, wherever the first wrong byte stood. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"^{\"a\":\"b\"^|1|9", "^^|1|1", "^{}\n{\"é\":^|2|6"})
    void whatIsNotUtf8SaysWhere(String before, int line, int column) {
        for (String wrong : new String[] {"\u00ff", "\u00c3(", "\u00ed\u00a0\u0080", "\u00c0\u0080", "\u00f0\u009f"}) {
            byte[] start = before.getBytes(StandardCharsets.UTF_8);
            byte[] end = wrong.getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = Arrays.copyOf(start, start.length + end.length);
            System.arraycopy(end, 0, all, start.length, end.length);

            MalformedJson e = catchThrowableOfType(MalformedJson.class, () -> Json.parse(all));

            assertThat(e.where()).isEqualTo("line " + line + ", column " + column + ": it is not UTF-8");
        }
    }

    @Test
    void aByteOrderMarkIsNotJson() {
        assertThat(malformed("\uFEFF{}").where()).startsWith("line 1, column 1: Unexpected character");
    }

    private static MalformedJson malformed(String json) {
        return catchThrowableOfType(MalformedJson.class, () -> Json.parse(json));
    }
}
