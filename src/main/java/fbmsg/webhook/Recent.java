package fbmsg.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the entries that were put or asked for last, so many at most. */
public final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    public Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
