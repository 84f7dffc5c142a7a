package fbmsg.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            20 | Short.                             | [Short.]
            20 | First one. Second one. Third.      | [First one., Second one. Third.]
            12 | one two three four five            | [one two, three four, five]
            5  | abcdefghijkl                       | [abcde, fghij, kl]
            5  | ab   cd                            | [ab, cd]
            12 | Mr. Smith went. To sea             | [Mr. Smith, went. To sea]
            3  | 😀😁😂😃                           | [😀😁😂, 😃]
            """)
    void isCutAfterASentenceElseAWordElseACharacter(int most, String text, String parts) {
        assertThat(TextParts.of(text, most)).hasToString(parts);
    }

    @Test
    void aLetterAndItsAccentStayTogether() {
        assertThat(TextParts.of("abe\u0301f", 3)).isEqualTo(List.of("ab", "e\u0301f"));
    }

    @Test
    void aTextOfWhiteSpaceAloneIsNotLostSilently() {
        assertThat(TextParts.of(" ".repeat(7), 3)).isNotEmpty();
        assertThat(TextParts.of("", 3)).isEqualTo(List.of(""));
    }

    /** Whatever the text: nothing but white space is lost, no piece is too long, none is empty. */
    @Test
    void nothingButWhiteSpaceAtCutsIsLost() {
        Random random = new Random(640);
        String[] letters = {"a", "b", ". ", " ", "\n", "é", "😀", "e\u0301", "! ", "\u2003", "漢", "\u200d", "\r\n"};
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("x");
            int length = random.nextInt(80);
            for (int i = 0; i < length; i++) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            int most = 1 + random.nextInt(12);
            List<String> parts = TextParts.of(text.toString(), most);
            assertThat(String.join("", parts).replaceAll("[\\s\u2003]", ""))
                    .as("%d: %s", most, text)
                    .isEqualTo(text.toString().replaceAll("[\\s\u2003]", ""));
            assertThat(parts).allMatch(part -> part.codePointCount(0, part.length()) <= most && !part.isEmpty());
        }
    }
}
