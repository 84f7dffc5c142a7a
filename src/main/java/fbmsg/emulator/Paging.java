package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list in parts, as one of the APIs gives them.
 *
 * @param path of the list
 * @param numberName of the parameter for the part's number, from 1; the size is {@code page_size}
 * @param usualSize where none is asked for
 * @param largestSize that may be asked for
 */
record Paging(String path, String numberName, int usualSize, int largestSize) {
    private static final String SIZE = "page_size";

    /**
     * The items that were asked for.
     *
     * @param total items on all pages
     * @param pages at least 1
     */
    record Part<T>(List<T> items, int number, int size, int total, int pages, Document links) {}

    <T> Part<T> part(Request request, List<T> all, Function<List<Problem.InvalidParameter>, Problem> otherwise)
            throws Refused {
        List<Problem.InvalidParameter> invalid = new ArrayList<>();
        int size = read(request, SIZE, usualSize, largestSize, invalid);
        int number = read(request, numberName, 1, Integer.MAX_VALUE, invalid);
        if (!invalid.isEmpty()) {
            throw new Refused(otherwise.apply(invalid));
        }
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int from = (int) Math.min(all.size(), (number - 1L) * size);
        List<T> items = all.subList(from, Math.min(all.size(), from + size));
        return new Part<>(items, number, size, all.size(), pages, links(number, size, pages));
    }

    static Document link(String href) {
        return Document.object().with("href", href).build();
    }

    /** A step of a path without its escapes; empty: one of them is none. */
    static Optional<String> decoded(String step) {
        try {
            return Optional.of(URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The value of a parameter; the last, if there are several. */
    static Optional<String> parameter(Request request, String name) {
        int query = request.path().indexOf('?');
        Optional<String> value = Optional.empty();
        for (String pair :
                query < 0 ? new String[0] : request.path().substring(query + 1).split("&")) {
            value = pair.startsWith(name + "=") ? Optional.of(pair.substring(name.length() + 1)) : value;
        }
        return value;
    }

    private Document links(int number, int size, int pages) {
        Document.Builder links = Document.object()
                .with("self", page(number, size))
                .with("first", page(1, size))
                .with("last", page(pages, size));
        if (number > 1) {
            links.with("prev", page(Math.min(number - 1, pages), size));
        }
        if (number < pages) {
            links.with("next", page(number + 1, size));
        }
        return links.build();
    }

    private Document page(int number, int size) {
        return link(path + "?" + SIZE + "=" + size + "&" + numberName + "=" + number);
    }

    private static int read(
            Request request, String name, int usual, int largest, List<Problem.InvalidParameter> invalid) {
        String typed = parameter(request, name).orElse(String.valueOf(usual));
        int value = typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
        if (value < 1 || value > largest) {
            String limits = largest == Integer.MAX_VALUE ? "must be 1 or more" : "must be between 1 and " + largest;
            invalid.add(new Problem.InvalidParameter(name, limits));
        }
        return Math.max(1, value);
    }
}
