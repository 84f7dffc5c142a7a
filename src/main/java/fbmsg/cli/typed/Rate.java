package fbmsg.cli.typed;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many in which time: {@code 1/s}, {@code 100/m}, {@code 1000/h}.
 *
 * @param count at least 1
 */
public record Rate(int count, Duration in) {

    /** From what is typed. */
    public static final class Text implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String typed) {
            if (!typed.matches("[1-9][0-9]{0,5}/[smh]")) {
                throw new TypeConversionException("'" + typed + "' is not a rate such as 1/s, 100/m or 1000/h");
            }
            int slash = typed.indexOf('/');
            Duration in = switch (typed.charAt(slash + 1)) {
                case 'm' -> Duration.ofMinutes(1);
                case 'h' -> Duration.ofHours(1);
                default -> Duration.ofSeconds(1);
            };
            return new Rate(Integer.parseInt(typed.substring(0, slash)), in);
        }
    }
}
