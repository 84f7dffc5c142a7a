package fbmsg.http;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The JDK's client as we want it, from its making to its end. */
final class JdkClient {
    static {
        // Without this setting, which is read when the first client is made, it leaves a password out of what makes a
        // tunnel, and says nothing. The password that we send is there because somebody wrote it into the proxy's URL.
        setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
        // Seconds that an idle connection is kept. Servers close theirs after a minute or so, and a request that leaves
        // just then ends as unknown; on 17 it is kept for twenty minutes otherwise.
        setUnlessSet("jdk.httpclient.keepalive.timeout", "10");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private JdkClient() {}

    /**
     * @param tls whom to trust; empty for whom Java trusts
     */
    static HttpClient open(
            Destination destination, Duration timeout, Optional<ProxyServer> proxy, Optional<SSLContext> tls) {
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (!destination.isSecure()) {
            trustNobody(builder);
        } else if (tls.isPresent()) {
            builder.sslContext(tls.get());
        }
        if (proxy.isPresent()) {
            proxy.get().serve(builder);
        } else {
            builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        return builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // before the deadline over all: a connection that never stood must be told from an answer that never
                // came
                .connectTimeout(timeout.multipliedBy(9).dividedBy(10))
                .build();
    }

    /** For clear text: the certificates that Java trusts take their time to read. */
    private static void trustNobody(HttpClient.Builder builder) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            builder.sslContext(context);
        } catch (GeneralSecurityException e) {
            // then they are read
        }
    }

    /**
     * Ends the client's thread. It waits for the network outside Java, and for such threads the JVM waits 300 ms when it
     * exits; the client's own {@code close}, from Java 21 on, may wait longer. What cannot be found is left.
     */
    static void end(HttpClient client) {
        Matcher id = Pattern.compile("\\(([0-9]+)\\)$").matcher(client.toString());
        if (!id.find()) {
            return;
        }
        Thread[] threads = new Thread[Thread.activeCount() + 16];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals("HttpClient-" + id.group(1) + "-SelectorManager")) {
                threads[i].interrupt();
            }
        }
    }
}
