package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What became of a script: exit code, the bytes of standard output, the text of standard error. */
record Launched(int exit, byte[] out, String err) {

    String text() {
        return new String(out, UTF_8);
    }

    /** For the message of a failed test: all of it. */
    @Override
    public String toString() {
        return "exit " + exit + "\nout: " + text() + "\nerr: " + err;
    }
}
