package fbmsg.webhook.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as strangers write them. */
class MediaUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://nexmo.com/a",
                "https://api-us.nexmo.com/v3/media/1",
                "HTTPS://API.NEXMO.COM/a",
                "https://vonage.com/a",
                "https://a.b.vonage.com:8443/a"
            })
    void theseAreVonages(String url) throws Exception {
        assertThat(MediaUrl.of(url).isVonages()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evilnexmo.com/a",
                "https://nexmo.com.evil.example/a",
                "https://api.nexmo.com.evil.example/a",
                "https://evil.example/nexmo.com",
                "https://evil.example?.nexmo.com",
                "https://evil.example#.nexmo.com",
                "https://api.nexmo.com./a",
                "https://nexmo.co/a",
                "https://nexmo-com/a",
                "https://[::1]/nexmo.com",
                "http://127.0.0.1/nexmo.com"
            })
    void theseAreOthers(String url) throws Exception {
        assertThat(MediaUrl.of(url).isVonages()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.png",
                "//api.nexmo.com/a",
                "https://nexmo.com@evil.example/a",
                "https://api.nexmo.com:443@evil.example/a",
                "https://evil.example\\@nexmo.com/a",
                "https://evil.example/a\nHost: nexmo.com",
                "https://nexmo_com/a",
                "https://ｎexmo.com/a",
                "https:///a",
                "file:///etc/passwd",
                "ftp://nexmo.com/a",
                "http://api.nexmo.com/a",
                "http://10.0.0.1/a",
                "http://169.254.169.254/latest/meta-data",
                "http://localhost./a",
                "http://2130706433/a",
                "https://[fe80::1%25eth0]/a",
                "https://[fe80::1%eth0]/a",
                "https://nexmo.com:0/a",
                "https://nexmo.com:99999/a",
                "data:image/png;base64,AAAA"
            })
    void theseAreNotFetched(String url) {
        assertThatThrownBy(() -> MediaUrl.of(url))
                .isInstanceOf(NotFetched.class)
                .hasMessageStartingWith("its URL is ");
    }

    /** A lone surrogate was a NullPointerException of the JDK's, and the end of the run: any stranger could have sent one. */
    @Test
    void halfACharacterIsNoUrl() throws Exception {
        assertThatThrownBy(() -> MediaUrl.of("https://h.example/\ud800")).isInstanceOf(NotFetched.class);
        assertThatThrownBy(() -> MediaUrl.of("https://h.example/").redirected("\udc00"))
                .isInstanceOf(NotFetched.class);
    }

    @Test
    void whateverStrangersWriteCanBeAskedForOrIsNoUrl() {
        String[] pieces = {
            "https://",
            "http://",
            "127.0.0.1",
            "[::1]",
            "[fe80::1%25e]",
            "[fe80::1%e]",
            "nexmo.com",
            "@",
            ":",
            "::",
            ":0",
            ":80",
            "/",
            "//",
            "?",
            "#",
            "%",
            "%2",
            "%41",
            ".",
            "..",
            "\\",
            " ",
            "\t",
            "\0",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "\u202e",
            "[",
            "]",
            "{",
            "|",
            "^",
            "`",
            "\"",
            "<",
            "a",
            "b=c",
            "&",
            ";",
            "-",
            "_",
            "xn--",
            "1",
            "255.255.255.256"
        };
        String[] beginnings = {"", "https://", "https://h.example", "https://h.example/", "http://127.0.0.1"};
        Random random = new Random(1);
        int urls = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(beginnings[random.nextInt(beginnings.length)]);
            for (int length = random.nextInt(6); length >= 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                MediaUrl url = MediaUrl.of(text.toString());
                MediaUrl there = random.nextBoolean() ? url : url.redirected(pieces[random.nextInt(pieces.length)]);
                URI asked = there.destination().resolve(there.path());
                assertThat(asked.getHost()).isEqualTo(there.host());
                assertThat(asked.toString()).isEqualTo(asked.toASCIIString()).endsWith(there.path());
                assertThat(there.ending()).matches("[a-z0-9]{0,8}");
                urls++;
            } catch (NotFetched e) {
                // it is told
            }
        }
        assertThat(urls).isBetween(1_000, 19_000);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example, /",
        "https://h.example?a=b, /?a=b",
        "https://h.example//x/../y#z, //x/../y",
        "https://h.example/é%20?ü, /%C3%A9%20?%C3%BC"
    })
    void thePathGoesOutAsOnTheWire(String url, String path) throws Exception {
        assertThat(MediaUrl.of(url).path()).isEqualTo(path);
        assertThat(MediaUrl.of(url).host()).isEqualTo("h.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/c, https://h.example:8443/c",
        "c?d, https://h.example:8443/a/c?d",
        "?d, https://h.example:8443/a/?d",
        "//other.example/c, https://other.example/c",
        "https://other.example, https://other.example/"
    })
    void redirectsMayBeRelative(String location, String there) throws Exception {
        MediaUrl url = MediaUrl.of("https://h.example:8443/a/b").redirected(location);
        assertThat(url.destination().base() + url.path()).isEqualTo(there);
    }

    /** Joined to a URL without a path, it would become part of the host's name. */
    @Test
    void aRedirectOfAHostStaysThere() throws Exception {
        assertThat(MediaUrl.of("https://nexmo.com")
                        .redirected(".evil.example/a")
                        .host())
                .isEqualTo("nexmo.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h.example/a", "file:///etc/passwd", "\\", "https://a@h.example/"})
    void redirectsLeadNowhereElse(String location) {
        assertThatThrownBy(() -> MediaUrl.of("https://h.example/a").redirected(location))
                .isInstanceOf(NotFetched.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/a.PDF?b.c, pdf",
        "https://h.example/a.tar.gz, gz",
        "https://h.example/a, ''",
        "https://h.example/.profile, ''",
        "https://h.example/a., ''",
        "https://h.example/a.b/c, ''",
        "https://h.example, ''",
        "https://h.example/a.%2e%2e, ''",
        "https://h.example/a.123456789, ''"
    })
    void theEndingIsHarmless(String url, String ending) throws Exception {
        assertThat(MediaUrl.of(url).ending()).isEqualTo(ending);
    }
}
