package fbmsg.emulator.world;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The pages that the account knows, in the order in which it came to know them. Safe for many threads. */
public final class Pages {
    /** More are not kept: the oldest that came since the start goes. */
    static final int MOST = 1_000;

    private final Clock clock;
    private final Runnable changed;
    private final List<String> first;
    private final Optional<String> usual;
    private final Map<String, Page> byId = new LinkedHashMap<>();

    /**
     * @param changed is run when there are other pages than before
     * @param first that are known from the start
     * @param usual the application that these are linked to
     */
    Pages(Clock clock, Runnable changed, List<String> first, Optional<String> usual) {
        this.clock = clock;
        this.changed = changed;
        this.first = List.copyOf(first);
        this.usual = usual;
        restore();
    }

    public synchronized Optional<Page> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** That page; where it is not known, it is made, linked to an application. */
    synchronized Page use(String id, Optional<String> application) {
        Page known = byId.get(id);
        if (known != null) {
            return known;
        }
        Page made = new Page(id, Optional.empty(), "emulated-token-of-" + id, application, clock.instant());
        put(made);
        return made;
    }

    /** False: it is known already. */
    public synchronized boolean add(String id, Optional<String> name, String token, Optional<String> application) {
        if (byId.containsKey(id)) {
            return false;
        }
        put(new Page(id, name, token, application, clock.instant()));
        return true;
    }

    /** What became of it; empty: it is not known. */
    public synchronized Optional<Page> change(String id, UnaryOperator<Page> change) {
        Optional<Page> result = Optional.ofNullable(byId.computeIfPresent(id, (same, page) -> change.apply(page)));
        changed.run();
        return result;
    }

    /** False: there was none. */
    public synchronized boolean remove(String id) {
        boolean removed = byId.remove(id) != null;
        changed.run();
        return removed;
    }

    /** An application is no more. */
    public synchronized void unlink(String application) {
        byId.replaceAll((id, page) ->
                page.application().equals(Optional.of(application)) ? page.linkedTo(Optional.empty()) : page);
    }

    public synchronized List<Page> all() {
        return List.copyOf(byId.values());
    }

    /** True: it is linked now; false: it was linked before. Only one application is allowed. */
    public synchronized boolean link(String id, String application) {
        boolean free = find(id).filter(page -> page.application().isEmpty()).isPresent();
        if (free) {
            change(id, page -> page.linkedTo(Optional.of(application)));
        }
        return free;
    }

    /** False: it was not linked to that one. */
    public synchronized boolean unlink(String id, String application) {
        boolean linked = find(id).filter(page -> page.application().equals(Optional.of(application)))
                .isPresent();
        if (linked) {
            change(id, page -> page.linkedTo(Optional.empty()));
        }
        return linked;
    }

    synchronized void restore() {
        byId.clear();
        first.forEach(id -> use(id, usual));
        changed.run();
    }

    private void put(Page page) {
        if (byId.size() == MOST) {
            byId.keySet().stream().filter(id -> !first.contains(id)).findFirst().ifPresent(byId::remove);
        }
        byId.put(page.id(), page);
        changed.run();
    }
}
