package fbmsg.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.util.List;

/** The request surely was not taken: the proxy could not be reached, or did not connect to the far side. */
public final class ProxyTrouble extends NotSent {
    private static final long serialVersionUID = 1L;

    /** How the JDK's client says that a proxy answered otherwise than by 200, or by 407, which it tells as a response. */
    private static final String TUNNEL_FAILED = "Tunnel failed, got: ";

    private final boolean refused;
    private final String todo;

    public ProxyTrouble(boolean refused, String what, String todo, Throwable cause) {
        super(false, what, cause);
        this.refused = refused;
        this.todo = todo;
    }

    /** Whether it was a decision, and the same would be refused later. */
    public boolean refused() {
        return refused;
    }

    /** What the user can do. */
    public String todo() {
        return todo;
    }

    /**
     * Returns if the proxy is not known to be what an exchange failed of.
     *
     * @throws ProxyTrouble if it is
     */
    static void check(Throwable cause, String what, ProxyServer proxy, String farSide) throws ProxyTrouble {
        // with a proxy, no other connection is made than to it
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            String todo = "check " + proxy.variable() + " and the network, " + without(farSide);
            throw new ProxyTrouble(false, "the proxy " + proxy + " cannot be reached: " + what, todo, cause);
        }
        String message = String.valueOf(cause.getMessage());
        if (message.matches(TUNNEL_FAILED + "[0-9]{3}")) {
            throw answered(Integer.parseInt(message.substring(TUNNEL_FAILED.length())), proxy, farSide, cause);
        }
    }

    private static ProxyTrouble answered(int status, ProxyServer proxy, String farSide, Throwable cause) {
        boolean refused = status >= 400 && status < 500 && status != 408 && status != 429;
        String what = "the proxy " + proxy + " does not connect to " + farSide + ": it answered " + status;
        String todo = refused
                ? "have whoever runs the proxy allow it, " + without(farSide)
                : status >= 400
                        ? "try again later, " + without(farSide)
                        : "check that " + proxy.variable() + " names an HTTP proxy";
        return new ProxyTrouble(refused, what, todo, cause);
    }

    /** What the answer 407 is, which then comes without its body. */
    static NotSent unauthorized(HttpHeaders headers, ProxyServer proxy) {
        List<String> schemes = headers.allValues("Proxy-Authenticate").stream()
                .map(challenge -> challenge.split("[ ,]", 2)[0])
                .toList();
        boolean basic = schemes.isEmpty() || schemes.stream().anyMatch(scheme -> scheme.equalsIgnoreCase("Basic"));
        String what = "the proxy " + proxy + " answered 407: ";
        if (!basic) {
            return new ProxyTrouble(
                    true,
                    what + "it wants " + String.join(" or ", schemes) + ", and fbmsg knows only Basic",
                    "have " + proxy.variable() + " name a proxy on this machine that knows it, such as px or cntlm",
                    null);
        }
        return proxy.hasPassword()
                ? new ProxyTrouble(
                        true,
                        what + "it does not take the name and password in " + proxy.variable(),
                        "correct them; characters other than letters and digits are written as %XX",
                        null)
                : new ProxyTrouble(
                        true,
                        what + "it wants a name and password",
                        "set " + proxy.variable() + "=http://USER:PASSWORD@" + proxy,
                        null);
    }

    private static String without(String farSide) {
        return "or put " + farSide + " into NO_PROXY to do without the proxy";
    }
}
