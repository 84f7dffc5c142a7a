package fbmsg.cli.typed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Points in time as typed: RFC 3339 ({@code 2026-01-02T03:04:05Z}), or seconds since 1970. */
public final class Times implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String typed) {
        if (typed.matches("[0-9]{1,11}")) {
            return Instant.ofEpochSecond(Long.parseLong(typed));
        }
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + typed + "' is not a time such as 2026-01-02T03:04:05Z, or unix seconds");
        }
    }
}
