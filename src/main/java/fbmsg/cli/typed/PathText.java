package fbmsg.cli.typed;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The path of a file or folder as typed; an empty one, as of a variable that is not set, would be the folder one is in. */
public final class PathText implements ITypeConverter<String> {
    @Override
    public String convert(String typed) {
        if (typed.isEmpty()) {
            throw new TypeConversionException("the path is empty");
        }
        return typed;
    }
}
