package fbmsg.http;

import java.util.Map;
import java.util.Optional;

/**
 * Which proxy the environment names for a destination, by the rules that curl made: {@code https_proxy}, then {@code
 * HTTPS_PROXY}, then {@code all_proxy} and {@code ALL_PROXY}; an empty variable is none.
 *
 * <p>{@code HTTP_PROXY} is for {@code http://}, which here is this machine alone, and that is never reached by way of another.
 */
final class Proxies {
    private static final String[] VARIABLES = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    private static final String[] EXCEPTIONS = {"no_proxy", "NO_PROXY"};
    private static final int HTTPS = 443;

    private Proxies() {}

    /**
     * @param env the environment's variables
     * @return empty where the destination is reached directly
     * @throws fbmsg.Failure if the variable that counts does not name a proxy that can be used
     */
    static Optional<ProxyServer> of(Map<String, String> env, Destination destination) {
        String variable = firstSet(VARIABLES, env);
        if (variable == null || destination.isLoopback()) {
            return Optional.empty();
        }
        String exceptions = firstSet(EXCEPTIONS, env);
        int port = destination.base().getPort() < 0 ? HTTPS : destination.base().getPort();
        if (exceptions != null
                && NoProxy.covers(env.get(exceptions), destination.base().getHost(), port)) {
            return Optional.empty();
        }
        return Optional.of(ProxyServer.of(variable, env.get(variable).strip()));
    }

    private static String firstSet(String[] names, Map<String, String> env) {
        for (String name : names) {
            String value = env.get(name);
            if (value != null && !value.isBlank()) {
                return name;
            }
        }
        return null;
    }
}
