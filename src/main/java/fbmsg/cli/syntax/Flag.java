package fbmsg.cli.syntax;

/** An option without a value. */
public final class Flag extends Binding {
    Flag() {}

    public boolean isGiven() {
        return Boolean.TRUE.equals(get());
    }
}
