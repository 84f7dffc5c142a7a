package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.nexmo.com, https://api.nexmo.com/v1/messages",
        "https://api.nexmo.com/, https://api.nexmo.com/v1/messages",
        "HTTPS://host:8443/a/b/, HTTPS://host:8443/a/b/v1/messages",
        "http://127.0.0.1:4010, http://127.0.0.1:4010/v1/messages",
        "http://[::1]:1, http://[::1]:1/v1/messages"
    })
    void aRequestsPathIsAddedToTheBase(String base, String whole) {
        assertThat(Destination.of(base).resolve("/v1/messages")).hasToString(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1",
                "http://127.1.2.3:80",
                "http://localhost:3000/x",
                "http://LOCALHOST",
                "http://[::1]"
            })
    void clearTextGoesToThisMachine(String url) {
        assertThat(Destination.of(url).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.nexmo.com",
                "HTTP://api.nexmo.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http://[::ffff:127.0.0.1]",
                "http://[::]",
                "http://2130706433"
            })
    void andNowhereElse(String url) {
        assertThatThrownBy(() -> Destination.of(url))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("http:// would send the token in clear text to ")
                .hasMessageEndingWith("; use https://; http:// is for 127.0.0.1, [::1] and localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.nexmo.com",
                "/v1",
                "ftp://host",
                "https://",
                "https:host",
                "https://a b",
                "http://[::1",
                "http://127.1",
                // a port that is none once ended in "this is a bug in fbmsg"
                "https://host:0",
                "https://host:65536",
                "http://127.0.0.1:99999"
            })
    void whatIsNoUrlIsRefused(String url) {
        assertThatThrownBy(() -> Destination.of(url))
                .isInstanceOf(Failure.class)
                .hasMessage("the API's URL is not one: " + url + "; give it as https://HOST or http://127.0.0.1:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host?a=b", "https://host#f", "https://user:pass@host", "https://host/?"})
    void whatHasMoreThanABaseIsRefused(String url) {
        assertThatThrownBy(() -> Destination.of(url))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("; leave the rest out");
    }
}
