package fbmsg.cli.talk.content;

import fbmsg.message.Category;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A category as typed: its name on the wire. */
final class CategoryName implements ITypeConverter<Category>, Iterable<String> {
    @Override
    public Category convert(String typed) {
        return Category.of(typed)
                .orElseThrow(() ->
                        new TypeConversionException("'" + typed + "' is none of response, update and message_tag"));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Category.values()).map(Category::wire).iterator();
    }
}
