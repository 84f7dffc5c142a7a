package fbmsg.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any JSON value, exact: members keep their order, numbers their digits. */
public sealed interface Document {
    Document NULL = new Null();

    /** Members in order; the map is the caller's to read, not to change. */
    record Obj(Map<String, Document> entries) implements Document {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.object(entries);
        }
    }

    record Arr(List<Document> elements) implements Document {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.array(elements);
        }
    }

    record Str(String value) implements Document {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.string(value);
        }
    }

    /** A number as it was written: {@code 1.10} stays {@code 1.10}. */
    record Num(String token) implements Document {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.number(token);
        }
    }

    record Bool(boolean value) implements Document {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.literal(Boolean.toString(value));
        }
    }

    record Null() implements Document {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.literal("null");
        }
    }

    <T> T match(Cases<T> cases);

    /** One answer for each kind of value; {@code true}, {@code false} and {@code null} come as their text. */
    interface Cases<T> {
        T object(Map<String, Document> members);

        T array(List<Document> items);

        T string(String value);

        T number(String token);

        T literal(String token);
    }

    /** Starts an object: {@code Document.object().with("v", 1).with("to", psid).build()}. */
    static Builder object() {
        return new Builder();
    }

    static Document of(String value) {
        return new Str(value);
    }

    static Document of(long value) {
        return new Num(Long.toString(value));
    }

    static Document of(boolean value) {
        return new Bool(value);
    }

    static Document of(List<Document> items) {
        return new Arr(items);
    }

    /** The member of that name, if this is an object that has it. */
    default Optional<Document> member(String name) {
        return members().map(m -> m.get(name));
    }

    /** What stands at a path of member names and array indexes joined by dots: {@code message.content.type}. */
    default Optional<Document> at(String path) {
        Optional<Document> here = Optional.of(this);
        for (String step : path.split("\\.", -1)) {
            here = here.flatMap(d -> d instanceof Arr array ? item(array, step) : d.member(step));
        }
        return here;
    }

    private static Optional<Document> item(Arr array, String step) {
        boolean index = step.length() < 10 && !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return index && Integer.parseInt(step) < array.elements().size()
                ? Optional.of(array.elements().get(Integer.parseInt(step)))
                : Optional.empty();
    }

    /** The text of the string at a path. */
    default Optional<String> text(String path) {
        return at(path).flatMap(Document::string);
    }

    /** The digits of a string or number at a path: identifiers come as either. */
    default Optional<String> textOrNumber(String path) {
        return at(path).flatMap(d -> d instanceof Num n ? Optional.of(n.token()) : d.string());
    }

    default Optional<String> string() {
        return this instanceof Str s ? Optional.of(s.value()) : Optional.empty();
    }

    default Optional<Map<String, Document>> members() {
        return this instanceof Obj o ? Optional.of(o.entries()) : Optional.empty();
    }

    default Optional<List<Document>> items() {
        return this instanceof Arr a ? Optional.of(a.elements()) : Optional.empty();
    }

    /** Puts an object together, in the order of the calls. */
    final class Builder {
        private final Map<String, Document> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder with(String name, Document value) {
            members.put(name, value);
            return this;
        }

        public Builder with(String name, String value) {
            return with(name, new Str(value));
        }

        public Builder with(String name, long value) {
            return with(name, Document.of(value));
        }

        public Builder with(String name, boolean value) {
            return with(name, new Bool(value));
        }

        /** Nothing, where there is nothing. */
        public Builder with(String name, Optional<String> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        public Document build() {
            return new Obj(members);
        }
    }
}
