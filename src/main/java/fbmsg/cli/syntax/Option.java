package fbmsg.cli.syntax;

import java.util.Optional;

/** An option with a value, or an argument. */
public final class Option<T> extends Binding {
    Option() {}

    public boolean isGiven() {
        return get() != null;
    }

    public Optional<T> value() {
        return Optional.ofNullable(get());
    }

    /** What was given, or what holds without it. */
    public T or(T otherwise) {
        T given = get();
        return given == null ? otherwise : given;
    }

    /** What was given; the parser has seen to it. */
    public T required() {
        return get();
    }
}
