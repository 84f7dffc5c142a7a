package fbmsg.cli.talk.listen.sink;

import fbmsg.webhook.Recent;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Passes lines on; one that comes again only at its 10th, 100th, 1000th time, with the number: what goes wrong with each
 * delivery of a day would fill the screen.
 */
public final class Repeated implements Consumer<String> {
    private static final int MOST = 64;

    private final Consumer<String> told;
    private final Map<String, Integer> times = new Recent<>(MOST);

    public Repeated(Consumer<String> told) {
        this.told = told;
    }

    @Override
    public void accept(String line) {
        int now;
        synchronized (times) {
            now = times.merge(line, 1, Integer::sum);
        }
        if (now == 1) {
            told.accept(line);
        } else if (isPowerOfTen(now)) {
            told.accept(line + " (" + now + " times so far)");
        }
    }

    private static boolean isPowerOfTen(int number) {
        int rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
