package fbmsg.emulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong on demand. Safe for many threads. */
public final class Faults {
    /** More are not armed at once: the oldest goes. */
    private static final int MOST = 1_000;

    /**
     * A fault that waits.
     *
     * @param user whose messages it strikes; empty: anybody's
     * @param times that it strikes still
     */
    public record Armed(Fault fault, Optional<String> user, int times) {}

    private final List<Armed> armed = new ArrayList<>();

    public synchronized void arm(Armed one) {
        if (armed.size() == MOST) {
            armed.remove(0);
        }
        armed.add(one);
    }

    public synchronized List<Armed> armed() {
        return List.copyOf(armed);
    }

    /** The fault that strikes at this point of this user's message; an armed one is used up by one. */
    public synchronized Optional<Fault> strike(Fault.Point point, String user) {
        Optional<Fault> own = Fault.of(user).filter(fault -> fault.point() == point);
        if (own.isPresent()) {
            return own;
        }
        for (int i = 0; i < armed.size(); i++) {
            Armed one = armed.get(i);
            boolean his = one.user().isEmpty() || one.user().get().equals(user);
            if (one.fault().point() == point && his) {
                if (one.times() > 1) {
                    armed.set(i, new Armed(one.fault(), one.user(), one.times() - 1));
                } else {
                    armed.remove(i);
                }
                return Optional.of(one.fault());
            }
        }
        return Optional.empty();
    }

    public synchronized void disarm() {
        armed.clear();
    }
}
