package fbmsg.cli.typed;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as typed: bytes, or with {@code k} or {@code m} (1024 and 1024 × 1024); at most 1024m. */
public final class Size implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
        if (!typed.matches("[1-9][0-9]{0,8}[kKmM]?")) {
            throw new TypeConversionException("'" + typed + "' is not a size such as 512k or 2m");
        }
        char unit = Character.toLowerCase(typed.charAt(typed.length() - 1));
        long number = Long.parseLong(Character.isDigit(unit) ? typed : typed.substring(0, typed.length() - 1));
        long bytes = number * (unit == 'k' ? 1 << 10 : unit == 'm' ? 1 << 20 : 1);
        if (bytes > 1 << 30) {
            throw new TypeConversionException("'" + typed + "' is more than 1024m");
        }
        return (int) bytes;
    }
}
