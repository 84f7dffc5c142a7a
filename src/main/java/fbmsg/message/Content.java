package fbmsg.message;

import java.util.Optional;
import java.util.function.Function;

/** What a message says: a text, a file somewhere, the API's own JSON, or something that only its type's name is known of. */
public sealed interface Content {
    /** The type's name on the wire: text, image, audio, video, file, unsupported, or an unknown one. */
    String type();

    <T> T match(Function<Text, T> text, Function<Media, T> media, Function<Raw, T> raw, Function<Other, T> other);

    /** A text, of any length: the limit of what may be sent is {@link OutboundMessage}'s. */
    record Text(String text) implements Content {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public <T> T match(
                Function<Text, T> text, Function<Media, T> media, Function<Raw, T> raw, Function<Other, T> other) {
            return text.apply(this);
        }
    }

    /** A file of one of the four kinds, at a URL. */
    record Media(Kind kind, String url) implements Content {
        /** The kinds of files that Messenger knows; the wire's names in lower case. */
        public enum Kind {
            IMAGE("image"),
            AUDIO("audio"),
            VIDEO("video"),
            FILE("file");

            private final String wire;

            Kind(String wire) {
                this.wire = wire;
            }

            public String wire() {
                return wire;
            }

            public static Optional<Kind> of(String wire) {
                for (Kind kind : values()) {
                    if (kind.wire.equals(wire)) {
                        return Optional.of(kind);
                    }
                }
                return Optional.empty();
            }
        }

        @Override
        public String type() {
            return kind.wire();
        }

        @Override
        public <T> T match(
                Function<Text, T> text, Function<Media, T> media, Function<Raw, T> raw, Function<Other, T> other) {
            return media.apply(this);
        }
    }

    /**
     * Members of the request's body as the API has them, for what fbmsg has no words for.
     *
     * @param json text of an object
     */
    record Raw(String json) implements Content {
        @Override
        public String type() {
            return "raw";
        }

        @Override
        public <T> T match(
                Function<Text, T> text, Function<Media, T> media, Function<Raw, T> raw, Function<Other, T> other) {
            return raw.apply(this);
        }
    }

    /** Anything else: {@code unsupported}, or a type that the published API does not have (yet). */
    record Other(String type) implements Content {
        @Override
        public <T> T match(
                Function<Text, T> text, Function<Media, T> media, Function<Raw, T> raw, Function<Other, T> other) {
            return other.apply(this);
        }
    }
}
