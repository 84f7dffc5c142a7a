package fbmsg.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fbmsg.Failure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy the environment means, and what is said of one that cannot be used. */
class ProxiesTest {
    private static final String FORMS =
            "; write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, in which characters of"
                    + " name and password other than letters and digits are written as %XX";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                            | https://api.nexmo.com      | none
            HTTPS_PROXY=http://p:3128                       | https://api.nexmo.com      | p:3128 (HTTPS_PROXY)
            https_proxy=http://p:3128                       | https://api.nexmo.com      | p:3128 (https_proxy)
            https_proxy=http://l:1 HTTPS_PROXY=http://u:2   | https://api.nexmo.com      | l:1 (https_proxy)
            https_proxy= HTTPS_PROXY=http://u:2             | https://api.nexmo.com      | u:2 (HTTPS_PROXY)
            HTTPS_PROXY=                                    | https://api.nexmo.com      | none
            HTTPS_PROXY=p:3128                              | https://api.nexmo.com      | p:3128 (HTTPS_PROXY)
            HTTPS_PROXY=p                                   | https://api.nexmo.com      | p:80 (HTTPS_PROXY)
            HTTPS_PROXY=HTTP://p:3128/                      | https://api.nexmo.com      | p:3128 (HTTPS_PROXY)
            HTTPS_PROXY=http://[2001:db8::1]:3128           | https://api.nexmo.com      | [2001:db8::1]:3128 (HTTPS_PROXY)
            HTTPS_PROXY=http://[2001:db8::1]                | https://api.nexmo.com      | [2001:db8::1]:80 (HTTPS_PROXY)
            HTTPS_PROXY=http://user:pa@s:s@p:3128           | https://api.nexmo.com      | p:3128 (HTTPS_PROXY)
            HTTP_PROXY=http://p:3128                        | https://api.nexmo.com      | none
            http_proxy=http://p:3128                        | https://api.nexmo.com      | none
            ALL_PROXY=http://a:1                            | https://api.nexmo.com      | a:1 (ALL_PROXY)
            all_proxy=http://l:1 ALL_PROXY=http://a:1       | https://api.nexmo.com      | l:1 (all_proxy)
            ALL_PROXY=socks5://a:1 HTTPS_PROXY=p:2          | https://api.nexmo.com      | p:2 (HTTPS_PROXY)
            HTTPS_PROXY=p:1 NO_PROXY=nexmo.com              | https://api.nexmo.com      | none
            HTTPS_PROXY=p:1 no_proxy=nexmo.com NO_PROXY=x   | https://api.nexmo.com      | none
            HTTPS_PROXY=p:1 no_proxy=x NO_PROXY=nexmo.com   | https://api.nexmo.com      | p:1 (HTTPS_PROXY)
            HTTPS_PROXY=p:1 no_proxy= NO_PROXY=nexmo.com    | https://api.nexmo.com      | none
            HTTPS_PROXY=p:1 NO_PROXY=nexmo.com:8443         | https://api.nexmo.com:8443 | none
            HTTPS_PROXY=socks5://p:1 NO_PROXY=*             | https://api.nexmo.com      | none
            HTTPS_PROXY=http://p:3128                       | https://127.0.0.1:4010     | none
            HTTPS_PROXY=http://p:3128                       | https://127.1.2.3          | none
            HTTPS_PROXY=http://p:3128                       | https://[::1]:4010         | none
            HTTPS_PROXY=http://p:3128                       | https://LocalHost          | none
            HTTPS_PROXY=nonsense://p                        | https://localhost          | none
            """)
    void isTheOneThatCurlWouldTake(String variables, String url, String proxy) {
        assertThat(Proxies.of(env(variables), Destination.of(url))
                        .map(ProxyServer::named)
                        .orElse("none"))
                .isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://user:p%40ss@p:3128     | user:p@ss
            user:p%40ss@p:3128            | user:p@ss
            http://user@p:3128            | user:
            http://us%3aer:@p:3128        | us:er:
            http://user:a:b@p:3128        | user:a:b
            http://user:50%@p:3128        | user:50%
            http://user:%zz+%2B@p:3128    | user:%zz++
            http://user:é%C3%A9@p:3128    | user:éé
            http://p:3128                 |
            """)
    void aPasswordIsDecodedAndNotShown(String value, String credentials) {
        ProxyServer proxy = Proxies.of(Map.of("HTTPS_PROXY", value), Destination.of("https://api.nexmo.com"))
                .orElseThrow();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://api.nexmo.com"));
        proxy.authorize(request);

        String sent =
                request.build().headers().firstValue("Proxy-Authorization").orElse(null);
        assertThat(sent)
                .isEqualTo(
                        credentials == null
                                ? null
                                : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        assertThat(proxy + proxy.named()).isEqualTo("p:3128p:3128 (HTTPS_PROXY)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://                          | does not end with a HOST:PORT
            http://user:secret@              | does not end with a HOST:PORT
            http://user:sec/ret@p:3128/x     | does not end with a HOST:PORT
            http://user:secret               | does not end with a HOST:PORT
            http://p:secret                  | does not end with a HOST:PORT
            http://p:31 28                   | does not end with a HOST:PORT
            http://2001:db8::1               | does not end with a HOST:PORT
            http://user:secret@p:0           | has a port that is none
            http://user:secret@p:65536       | has a port that is none
            http://user:secret@p:999999      | does not end with a HOST:PORT
            secret://user:secret@p:3128      | has a scheme other than http://
            user:secret://@p:3128            | has a scheme other than http://
            """)
    void aMalformedOneIsNamedByItsVariableAndNotShown(String value, String what) {
        assertThat(failure(value).kind()).isEqualTo(Failure.Kind.CONFIGURATION);
        assertThat(failure(value)).hasMessage("HTTPS_PROXY " + what + FORMS);
    }

    @Test
    void oneThatTheClientCannotUseIsNotPassedOver() {
        assertThat(failure("https://user:secret@p:3128"))
                .hasMessage(
                        "HTTPS_PROXY names an https:// proxy, which fbmsg cannot use;"
                                + " most proxies are spoken to by http:// and pass TLS on all the same: write http://HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks", "socks4", "socks4a", "socks5", "socks5h"})
    void socksNeither(String scheme) {
        assertThat(failure(scheme + "://user:secret@p:1080"))
                .hasMessage("HTTPS_PROXY names a " + scheme + ":// proxy, which fbmsg cannot use;"
                        + " set HTTPS_PROXY to an http:// proxy, or NO_PROXY='*' to do without");
    }

    private static Failure failure(String value) {
        Map<String, String> env = Map.of("HTTPS_PROXY", value);
        Destination destination = Destination.of("https://api.nexmo.com");
        return catchThrowableOfType(Failure.class, () -> Proxies.of(env, destination));
    }

    private static Map<String, String> env(String variables) {
        Map<String, String> env = new HashMap<>();
        for (String variable : variables == null ? new String[0] : variables.split(" +")) {
            env.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        return env;
    }
}
