package fbmsg.cli.build;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of an option that are a few words. */
final class Words<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    private Words() {}

    static <T> Words<T> of(T[] values, Function<T, String> word) {
        Words<T> words = new Words<>();
        for (T value : values) {
            words.values.put(word.apply(value), value);
        }
        return words;
    }

    @Override
    public T convert(String typed) {
        T value = values.get(typed);
        if (value == null) {
            throw new TypeConversionException("'" + typed + "' is none of " + list());
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return values.keySet().iterator();
    }

    private String list() {
        List<String> words = new ArrayList<>(values.keySet());
        String last = words.remove(words.size() - 1);
        return String.join(", ", words) + " and " + last;
    }
}
