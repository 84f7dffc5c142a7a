package fbmsg.cli.typed;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few constants, typed as its name in lower case. */
public final class EnumWord<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final List<E> values;

    /**
     * @param values two or more, in the order in which they are told
     */
    public EnumWord(List<E> values) {
        this.values = values;
    }

    @Override
    public E convert(String typed) {
        for (E value : values) {
            if (word(value).equals(typed)) {
                return value;
            }
        }
        int last = values.size() - 1;
        String all = values.subList(0, last).stream().map(EnumWord::word).collect(Collectors.joining(", ")) + " and "
                + word(values.get(last));
        throw new TypeConversionException("'" + typed + "' is none of " + all);
    }

    @Override
    public Iterator<String> iterator() {
        return values.stream().map(EnumWord::word).iterator();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
