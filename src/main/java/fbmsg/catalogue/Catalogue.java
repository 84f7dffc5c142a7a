package fbmsg.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that is known of codes and tags: what the API answers at once, what status webhooks tell, and message tags. */
public final class Catalogue {
    private static final int MOST_SUGGESTIONS = 3;

    private static final Comparator<Near> NEAREST_FIRST = Comparator.comparingInt(Near::slips)
            .thenComparing(Comparator.comparingInt(Near::sameStart).reversed());

    private Catalogue() {}

    /** Every code and tag, each once though both lists of errors may have it. */
    public static List<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        entries().forEach(entry -> codes.add(entry.code()));
        return List.copyOf(codes);
    }

    /**
     * What goes by that name, in this order: API errors, delivery errors, a tag.
     *
     * @param code an HTTP status, a code, a fragment with or without {@code #}, a whole {@code type}, a title, a tag
     * @return none, where nothing is known of it
     */
    public static List<Entry> find(String code) {
        List<Entry> found = new ArrayList<>(ApiErrors.find(code));
        found.addAll(DeliveryErrors.find(code));
        Tags.find(code).ifPresent(found::add);
        return found;
    }

    /**
     * What may have been meant by a name that is not known: at most three, the likeliest first; none, where nothing is
     * like it.
     */
    public static List<String> nearest(String unknown) {
        Asked asked = Asked.of(unknown);
        return entries()
                .flatMap(entry -> nearest(entry, asked).stream())
                .sorted(NEAREST_FIRST)
                .map(Near::suggestion)
                .distinct()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** The likest of an entry's names: two for the same thing would help nobody. */
    private static Optional<Near> nearest(Entry entry, Asked asked) {
        return names(entry)
                .map(name -> new Near(
                        name.suggestion(),
                        asked.isPartOf(name.text()) ? 0 : asked.slips(name.text()),
                        asked.sameStart(name.text())))
                .filter(near -> near.slips() <= asked.mostSlips())
                .min(NEAREST_FIRST);
    }

    /** What an entry goes by, and what to type for it. */
    private record Name(String text, String suggestion) {}

    private record Near(String suggestion, int slips, int sameStart) {}

    private static Stream<Entry> entries() {
        return Stream.of(ApiErrors.all(), DeliveryErrors.all(), Tags.all()).flatMap(List::stream);
    }

    private static Stream<Name> names(Entry entry) {
        Stream<Name> code = Stream.of(new Name(entry.code(), entry.code()));
        return entry.match(new Entry.Cases<>() {
            @Override
            public Stream<Name> apiError(ApiError error) {
                Stream<Name> fragments = error.fragments().stream().map(fragment -> new Name(fragment, fragment));
                return Stream.of(code, fragments, Stream.of(new Name(error.title(), error.code())))
                        .flatMap(names -> names);
            }

            @Override
            public Stream<Name> deliveryError(DeliveryError error) {
                return Stream.concat(code, Stream.of(new Name(error.title(), error.code())));
            }

            @Override
            public Stream<Name> tag(Tag tag) {
                return code;
            }
        });
    }
}
