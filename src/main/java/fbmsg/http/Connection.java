package fbmsg.http;

/** An exchange with one far side, for as long as it is needed. */
@FunctionalInterface
public interface Connection extends Exchange, AutoCloseable {
    /** Lets go of what it holds; what is under way is given up. */
    @Override
    default void close() {}
}
