package fbmsg.cli.build.explain;

/** Sentences in lines of at most 80 characters, on a terminal and in a file alike. */
final class Wrapped {
    private static final int WIDTH = 80;

    private Wrapped() {}

    /**
     * @param first what stands before the text; the lines below are set in by as much
     * @return one line or more, each with its end
     */
    static String of(String first, String text) {
        StringBuilder lines = new StringBuilder(first);
        int column = first.length();
        boolean begun = false;
        for (String word : text.split(" ")) {
            if (begun && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(" ".repeat(first.length()));
                column = first.length();
            } else if (begun) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
            begun = true;
        }
        return lines.append('\n').toString();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
