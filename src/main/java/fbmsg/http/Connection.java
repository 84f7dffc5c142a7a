package fbmsg.http;

import java.util.Optional;

/** An exchange with one far side, for as long as it is needed. */
@FunctionalInterface
public interface Connection extends Exchange, AutoCloseable {
    /**
     * Spends now what the first exchange costs more than the second, while there is nothing to send yet. Nothing goes to the
     * far side, and nothing depends on it but time.
     */
    default void warmUp() {}

    /** The proxy that it goes through: {@code HOST:PORT}, and the variable that names it. */
    default Optional<String> proxy() {
        return Optional.empty();
    }

    /** Lets go of what it holds; what is under way is given up. */
    @Override
    default void close() {}
}
