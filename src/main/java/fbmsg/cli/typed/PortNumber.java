package fbmsg.cli.typed;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port as typed: 0 to 65535. */
public final class PortNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
        if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) > 65535) {
            throw new TypeConversionException("'" + typed + "' is not a number from 0 to 65535");
        }
        return Integer.valueOf(typed);
    }
}
