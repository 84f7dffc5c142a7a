package fbmsg.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Header fields in order; names compare without regard to case (RFC 9110, section 5.1). Immutable. */
public final class Headers {
    public static final Headers NONE = new Headers(List.of());

    private final List<Field> fields;

    /**
     * Names in lower case of fields that are of one connection, and not of the message (RFC 9110, section 7.6.1). Those that
     * {@code Connection} names are, too.
     */
    public static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    /** One header field as it stands on the wire. */
    public record Field(String name, String value) {
        /**
         * @param names in lower case
         */
        public boolean isOneOf(Set<String> names) {
            return names.contains(name.toLowerCase(Locale.ROOT));
        }

        /** Whether it can be sent as it is. */
        public boolean isSendable() {
            return value.chars().allMatch(Headers::isOfValue);
        }
    }

    private Headers(List<Field> fields) {
        this.fields = fields;
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    /** All of them at once. */
    public static Headers of(List<Field> fields) {
        return new Headers(List.copyOf(fields));
    }

    public Headers with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(List.copyOf(more));
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether a value may hold it: the JDK's client refuses the rest. */
    public static boolean isOfValue(int octet) {
        return octet == '\t' || octet >= 0x20 && octet < 0xff && octet != 0x7f;
    }

    /** Whether there is more than one field of that name. */
    public boolean repeats(String name) {
        return fields.stream()
                        .filter(field -> field.name().equalsIgnoreCase(name))
                        .count()
                > 1;
    }

    /** The first field of that name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The media type without its parameters, in lower case: {@code application/json}. */
    public Optional<String> mediaType() {
        return first("Content-Type").map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
