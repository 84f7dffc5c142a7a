package fbmsg.cli.typed;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as typed: {@code 90s}, {@code 5m}, {@code 1h}, or a number of seconds. */
public final class Durations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String typed) {
        if (!typed.matches("[0-9]{1,6}[smh]?")) {
            throw new TypeConversionException("'" + typed + "' is not a duration such as 90s, 5m or 1h");
        }
        char unit = typed.charAt(typed.length() - 1);
        long number = Long.parseLong(Character.isDigit(unit) ? typed : typed.substring(0, typed.length() - 1));
        return switch (unit) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
