package fbmsg.cli.syntax;

/** An option without a value that may be given more than once. */
public final class Count extends Binding {
    Count() {}

    public int times() {
        boolean[] given = get();
        return given == null ? 0 : given.length;
    }
}
