package fbmsg.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the catalogue's text files: lines of {@code name: value}, up to an empty line. Lines that begin with
 * {@code #} are remarks. A {@code source} that stands alone is that of the entries below it.
 */
record Paragraph(Map<String, String> values) {
    private static final String SOURCE = "source";

    /**
     * @param file beside this class, UTF-8
     * @throws IllegalStateException if the program is not whole, or the file not of this form
     */
    static List<Paragraph> read(String file) {
        List<Paragraph> all = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        String source = "";
        for (String line : (text(file) + "\n").split("\n", -1)) {
            if (line.startsWith("#")) {
                continue;
            }
            if (!line.isEmpty()) {
                put(line, values, file);
            } else if (values.keySet().equals(Set.of(SOURCE))) {
                source = values.get(SOURCE);
                values = new HashMap<>();
            } else if (!values.isEmpty()) {
                values.putIfAbsent(SOURCE, source);
                all.add(new Paragraph(values));
                values = new HashMap<>();
            }
        }
        return all;
    }

    private static void put(String line, Map<String, String> values, String file) {
        int colon = line.indexOf(": ");
        if (colon < 0 || values.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
            throw new IllegalStateException(file + " has the line: " + line);
        }
    }

    private static String text(String file) {
        try (InputStream in = Paragraph.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalStateException if the entry does not have it
     */
    String required(String name) {
        return value(name).orElseThrow(() -> new IllegalStateException("no " + name + ": " + values));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The words of a value; none where there is none. */
    List<String> words(String name) {
        return value(name).map(v -> List.of(v.split(" "))).orElse(List.of());
    }
}
