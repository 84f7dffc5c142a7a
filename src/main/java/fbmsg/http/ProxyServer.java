package fbmsg.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import fbmsg.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** An HTTP proxy that the environment names, with or without a user's name and password. Its text is without them. */
final class ProxyServer {
    private static final int HTTP = 80;

    private final String variable;
    private final String host;
    private final int port;
    private final String authorization;

    private ProxyServer(String variable, String host, int port, String authorization) {
        this.variable = variable;
        this.host = host;
        this.port = port;
        this.authorization = authorization;
    }

    /**
     * @param variable where it stands: errors name it, and show nothing of the value, most of which could be a password
     * @param value {@code http://USER:PASSWORD@HOST:PORT}, scheme, user and port (80) left out if wanted; {@code %XX} in
     *     name and password is decoded
     * @throws Failure if it is something else, or a proxy that the JDK's client cannot use
     */
    static ProxyServer of(String variable, String value) {
        String rest = withoutScheme(variable, value);
        String authority = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        int at = authority.lastIndexOf('@');
        String address = authority.substring(at + 1);
        if (!address.matches("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?")) {
            throw malformed(variable, "does not end with a HOST:PORT");
        }
        int colon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
        int port = colon < 0 ? HTTP : Integer.parseInt(address.substring(colon + 1));
        if (port == 0 || port > 65535) {
            throw malformed(variable, "has a port that is none");
        }
        String host = colon < 0 ? address : address.substring(0, colon);
        return new ProxyServer(variable, host, port, at < 0 ? "" : basic(authority.substring(0, at)));
    }

    private static String withoutScheme(String variable, String value) {
        int end = value.indexOf("://");
        if (end < 0) {
            return value;
        }
        String scheme = value.substring(0, end).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http" -> value.substring(end + 3);
            case "https" ->
                throw Failure.configuration(
                        variable + " names an https:// proxy, which fbmsg cannot use",
                        "most proxies are spoken to by http:// and pass TLS on all the same: write http://HOST:PORT");
            case "socks", "socks4", "socks4a", "socks5", "socks5h" ->
                throw Failure.configuration(
                        variable + " names a " + scheme + ":// proxy, which fbmsg cannot use",
                        "set HTTPS_PROXY to an http:// proxy, or NO_PROXY='*' to do without");
            default -> throw malformed(variable, "has a scheme other than http://");
        };
    }

    private static Failure malformed(String variable, String what) {
        return Failure.configuration(
                variable + " " + what,
                "write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, in which characters of name and password other"
                        + " than letters and digits are written as %XX");
    }

    private static String basic(String userInfo) {
        int colon = userInfo.indexOf(':');
        ByteArrayOutputStream pair = new ByteArrayOutputStream();
        pair.writeBytes(decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)));
        pair.write(':');
        pair.writeBytes(decoded(userInfo.substring(colon < 0 ? userInfo.length() : colon + 1)));
        return "Basic " + Base64.getEncoder().encodeToString(pair.toByteArray());
    }

    /** A percent sign that begins no {@code %XX} is itself, as curl has it. */
    private static byte[] decoded(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            boolean escape = bytes[i] == '%'
                    && i + 2 < bytes.length
                    && Character.digit(bytes[i + 1], 16) >= 0
                    && Character.digit(bytes[i + 2], 16) >= 0;
            out.write(escape ? Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16) : bytes[i]);
            i += escape ? 2 : 0;
        }
        return out.toByteArray();
    }

    /** The variable that names it. */
    String variable() {
        return variable;
    }

    /** With the variable, for whoever wants to know where it comes from. */
    String named() {
        return this + " (" + variable + ")";
    }

    boolean hasPassword() {
        return !authorization.isEmpty();
    }

    /**
     * Not by an {@code Authenticator}, with which a 401 of the far side may throw. The JDK sends this header with what makes
     * a tunnel, and nothing like it through one.
     */
    void authorize(HttpRequest.Builder request) {
        if (hasPassword()) {
            request.header("Proxy-Authorization", authorization);
        }
    }

    /** Has a client go through it. */
    void serve(HttpClient.Builder client) {
        InetSocketAddress address = InetSocketAddress.createUnresolved(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
        client.proxy(new ForHttps(List.of(new Proxy(Proxy.Type.HTTP, address))));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Clear text is for this machine, which the client is warmed up with. */
    private static final class ForHttps extends ProxySelector {
        private final List<Proxy> proxy;

        ForHttps(List<Proxy> proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return uri.getScheme().equalsIgnoreCase("https") ? proxy : List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // told where the exchange fails
        }
    }
}
