package fbmsg.json;

/** Bytes or text that are not one JSON value; the position is of the first thing wrong, both counted from 1. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedJson(int line, int column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** For example {@code line 3, column 7: Unexpected character}. */
    public String where() {
        return "line " + line + ", column " + column + ": " + getMessage();
    }
}
