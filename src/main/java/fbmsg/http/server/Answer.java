package fbmsg.http.server;

import java.io.IOException;
import java.io.OutputStream;

/** What is to be written as the answer to a request. */
public interface Answer {
    int status();

    /** How many header fields there are, those of the framing not among them. */
    int fields();

    String name(int field);

    String value(int field);

    /** What is sent, unless it is streamed. */
    byte[] body();

    boolean streamed();

    /**
     * Writes the body of what is streamed, as long as it likes.
     *
     * @throws IOException if the far side has gone
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Told once of each answer.
     *
     * @param left whether the system has taken all of it
     */
    void gone(boolean left);
}
