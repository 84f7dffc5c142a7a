package fbmsg.jwt;

import fbmsg.json.Document;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of checking a token. */
public sealed interface Verdict {

    <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid, Supplier<T> absent);

    record Valid(Document claims) implements Verdict {
        @Override
        public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid, Supplier<T> absent) {
            return valid.apply(this);
        }
    }

    /**
     * @param reason completes the sentence "the token ..."
     */
    record Invalid(String reason) implements Verdict {
        @Override
        public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid, Supplier<T> absent) {
            return invalid.apply(this);
        }
    }

    /** There was no token to check. */
    record Absent() implements Verdict {
        @Override
        public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid, Supplier<T> absent) {
            return absent.get();
        }
    }
}
