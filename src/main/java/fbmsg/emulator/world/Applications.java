package fbmsg.emulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's applications, in the order in which they were made. Safe for many threads. */
public final class Applications {
    /** More are not kept: the oldest that was made since the start goes. */
    static final int MOST = 1_000;

    private final List<Application> first;
    private final Map<String, Application> byId = new LinkedHashMap<>();

    /**
     * @param first that are there from the start
     * @throws IllegalArgumentException if two have the same id
     */
    Applications(List<Application> first) {
        this.first = List.copyOf(first);
        restore();
        if (byId.size() < first.size()) {
            throw new IllegalArgumentException("two applications have the same id");
        }
    }

    public synchronized Optional<Application> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Another state of one; false: it is no more. */
    public synchronized boolean replace(Application application) {
        return byId.replace(application.id(), application) != null;
    }

    public synchronized void add(Application application) {
        byId.put(application.id(), application);
        if (byId.size() > MOST) {
            byId.keySet().stream()
                    .filter(id -> first.stream().noneMatch(one -> one.id().equals(id)))
                    .findFirst()
                    .ifPresent(byId::remove);
        }
    }

    /** False: there was none. */
    public synchronized boolean remove(String id) {
        return byId.remove(id) != null;
    }

    public synchronized List<Application> all() {
        return List.copyOf(byId.values());
    }

    synchronized void restore() {
        byId.clear();
        first.forEach(application -> byId.put(application.id(), application));
    }
}
