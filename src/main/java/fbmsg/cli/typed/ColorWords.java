package fbmsg.cli.typed;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --color} takes: a word that is none of them is refused, and the shells complete them. */
public final class ColorWords implements Iterable<String>, ITypeConverter<String> {
    private static final List<String> WORDS = List.of("auto", "always", "never");

    @Override
    public Iterator<String> iterator() {
        return WORDS.iterator();
    }

    @Override
    public String convert(String typed) {
        if (!WORDS.contains(typed)) {
            throw new TypeConversionException("'" + typed + "' is not auto, always or never");
        }
        return typed;
    }
}
