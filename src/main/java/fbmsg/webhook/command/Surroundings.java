package fbmsg.webhook.command;

import fbmsg.webhook.Received;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables of a command: those of this process, which are passed on byte for byte, but for a few.
 *
 * @param removed names
 * @param set names and values
 */
public record Surroundings(Set<String> removed, Map<String, String> set) {

    void applyTo(Map<String, String> environment) {
        removed.forEach(environment::remove);
        environment.putAll(set);
    }

    /** With what tells the command which event it is about. The text is not among it: it may be longer than a variable. */
    Surroundings of(Received received) {
        Map<String, String> all = new HashMap<>(set);
        received.event()
                .match(
                        inbound -> {
                            put(all, "FBMSG_EVENT", "inbound");
                            put(all, "FBMSG_FROM", inbound.from().value());
                            put(all, "FBMSG_TO", inbound.to().value());
                            put(all, "FBMSG_TYPE", inbound.content().type());
                            return put(all, "FBMSG_MESSAGE_UUID", inbound.id().value());
                        },
                        status -> {
                            put(all, "FBMSG_EVENT", "status");
                            put(all, "FBMSG_FROM", status.from().value());
                            put(all, "FBMSG_TO", status.to().value());
                            put(all, "FBMSG_STATUS", status.status());
                            return put(all, "FBMSG_MESSAGE_UUID", status.id().value());
                        });
        return new Surroundings(removed, all);
    }

    /** A variable cannot hold a NUL. */
    private static String put(Map<String, String> variables, String name, String value) {
        return variables.put(name, value.replace("\0", ""));
    }
}
