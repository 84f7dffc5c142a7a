package fbmsg.cli.talk.listen.sink;

import fbmsg.webhook.command.Surroundings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The environment variables that commands get: no secrets, and the locale that the user has. */
final class ChildEnvironment {
    /** The launcher keeps here what LC_ALL was, since Java reads its arguments in the locale's encoding. */
    private static final String USERS_LOCALE = "FBMSG_LC_ALL";

    private ChildEnvironment() {}

    /**
     * @param keepSecrets whether variables that hold secrets by their value are passed on
     */
    static Surroundings of(Map<String, String> env, boolean keepSecrets) {
        Set<String> removed = new HashSet<>(ShellLine.variables()); // else those of another event could be there
        Map<String, String> set = new HashMap<>();
        String locale = env.get(USERS_LOCALE);
        if (locale != null) {
            removed.add(USERS_LOCALE);
            if (locale.isEmpty()) {
                removed.add("LC_ALL");
            } else {
                set.put("LC_ALL", locale);
            }
        }
        if (!keepSecrets) {
            env.keySet().stream().filter(ChildEnvironment::holdsSecret).forEach(removed::add);
        }
        return new Surroundings(removed, set);
    }

    private static boolean holdsSecret(String name) {
        boolean settings = name.startsWith("FBMSG_") || name.startsWith("VONAGE_") || name.startsWith("NEXMO_");
        return settings && (name.endsWith("_PRIVATE_KEY") || name.endsWith("_SECRET"));
    }
}
