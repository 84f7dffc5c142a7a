package fbmsg.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the last 100,000 entries: enough for a day's redeliveries of a busy Page, and bounded. */
final class Remembered<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
