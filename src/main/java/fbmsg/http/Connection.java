package fbmsg.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** An exchange with one far side, for as long as it is needed. */
@FunctionalInterface
public interface Connection extends Exchange, AutoCloseable {
    /**
     * Spends now what the first exchange costs more than the second, while there is nothing to send yet. Nothing goes to the
     * far side, and nothing depends on it but time.
     */
    default void warmUp() {}

    /**
     * An exchange whose answer is a file: the body of a 200 is written as it arrives.
     *
     * @param to is neither flushed nor closed, and not written to any more when this returns
     * @param most bytes
     * @throws Unanswered also if the file broke off; a part of it may have been written
     * @throws IOException if it could not be written
     */
    default Download download(Request request, OutputStream to, long most) throws NotSent, Unanswered, IOException {
        return Download.of(exchange(request), to, most);
    }

    /** The proxy that it goes through: {@code HOST:PORT}, and the variable that names it. */
    default Optional<String> proxy() {
        return Optional.empty();
    }

    /** Lets go of what it holds; what is under way is given up. */
    @Override
    default void close() {}
}
