package fbmsg.cli.talk.listen;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** When signatures are checked. */
public enum Verify {
    /** if a secret is configured */
    AUTO,
    REQUIRE,
    OFF;

    /** As typed. */
    static final class Name implements ITypeConverter<Verify>, Iterable<String> {
        @Override
        public Verify convert(String typed) {
            return Arrays.stream(values())
                    .filter(v -> v.typed().equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + typed + "' is none of auto, require and off"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(Verify::typed).iterator();
        }
    }

    private String typed() {
        return name().toLowerCase(Locale.ROOT);
    }
}
