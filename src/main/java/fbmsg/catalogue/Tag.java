package fbmsg.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One of Messenger's message tags: why a Page may write after the 24-hour window.
 *
 * @param code its name, which is its only spelling: {@code ACCOUNT_UPDATE}
 * @param since when it became usable, or was removed; empty where the state is not known
 */
public record Tag(String code, State state, Optional<LocalDate> since, String meaning, String next, String source)
        implements Entry {

    /** Whether Messenger takes it. */
    public enum State {
        USABLE,
        REMOVED,
        /** some library has it, Meta's list does not */
        UNKNOWN
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.tag(this);
    }
}
