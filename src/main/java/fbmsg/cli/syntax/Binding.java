package fbmsg.cli.syntax;

import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** Where the parser puts what was given. */
abstract class Binding implements IGetter, ISetter {
    private Object value;

    @Override
    @SuppressWarnings("unchecked") // the parser asks for what it has put there
    public final <T> T get() {
        return (T) value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public final <T> T set(T given) {
        T before = (T) value;
        value = given;
        return before;
    }
}
