package fbmsg.message;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text that is too long for one message, in as few pieces as its sentences allow: cut after a sentence, else after a
 * word, else between two characters as a reader sees them. White space at a cut is dropped, all else is kept.
 */
public final class TextParts {
    private TextParts() {}

    /**
     * @param most characters (code points) of a piece
     * @return the text itself if it is short enough; never an empty piece, unless the text is empty
     */
    public static List<String> of(String text, int most) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.codePointCount(0, rest.length()) > most) {
            int reach = rest.offsetByCodePoints(0, most);
            int cut = cut(rest, reach);
            add(parts, rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (parts.isEmpty() || !rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }

    /** Where to cut: at most {@code reach}, and a sentence that fills less than half of it is no place. */
    private static int cut(String text, int reach) {
        int sentence = last(BreakIterator.getSentenceInstance(Locale.ROOT), text, reach);
        if (sentence > reach / 2) {
            return sentence;
        }
        int space = reach;
        while (space > 0
                && !(Character.isWhitespace(text.charAt(space)) || Character.isWhitespace(text.charAt(space - 1)))) {
            space--;
        }
        if (space > 0) {
            return space;
        }
        int character = last(BreakIterator.getCharacterInstance(Locale.ROOT), text, reach);
        return character > 0 ? character : reach;
    }

    private static int last(BreakIterator breaks, String text, int reach) {
        breaks.setText(text);
        int found = breaks.isBoundary(reach) ? reach : breaks.preceding(reach);
        return found == BreakIterator.DONE ? 0 : found;
    }
}
