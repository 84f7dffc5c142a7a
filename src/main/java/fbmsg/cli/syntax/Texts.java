package fbmsg.cli.syntax;

import java.util.List;

/** The values of an option that may be given more than once, or any number of arguments, in their order. */
public final class Texts extends Binding {
    Texts() {}

    public List<String> values() {
        List<String> given = get();
        return given == null ? List.of() : List.copyOf(given);
    }
}
