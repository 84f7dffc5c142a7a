package fbmsg.cli.build.replay;

import fbmsg.Failure;
import java.time.Duration;
import java.util.List;

/**
 * What the options ask for.
 *
 * @param files files and folders, as typed
 * @param signed whether the webhooks are signed
 * @param timeout of each webhook
 * @param stopsOnError whether the first one that is not answered 2xx is the last
 */
record ReplayPlan(String url, List<String> files, boolean signed, Duration timeout, boolean stopsOnError) {
    ReplayPlan {
        if (files.contains("-")) {
            throw Failure.usage(
                    "recordings are not read from standard input", "name the files; ./- is the file of that name");
        }
    }
}
