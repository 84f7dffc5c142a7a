package fbmsg.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on one connection, and what is answered. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConversationTest {
    private Box box;

    @BeforeEach
    void open() throws IOException {
        box = Box.echoing(Box.USUAL);
    }

    @AfterEach
    void close() throws IOException {
        box.close();
        assertThat(box.bugs).isEmpty();
    }

    @Test
    void oneAfterAnother() throws IOException {
        Visitor visitor = box.visitor();

        assertThat(visitor.asks("GET /1 HTTP/1.1||")).isEqualTo("200 GET /1");
        assertThat(visitor.asks("POST /2 HTTP/1.1|Content-Length: 3||abc")).isEqualTo("200 POST /2 abc");
        assertThat(visitor.asks("GET /3 HTTP/1.1|Host: a|Host: b||")).isEqualTo("200 GET /3");
        box.server.close(Duration.ofSeconds(60));
        assertThat(box.departures).containsExactly(true, true, true);
    }

    @Test
    void severalAtOnceAreAnsweredInOrder() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("POST /")
                    .append(i)
                    .append(" HTTP/1.1|Content-Length: 2||")
                    .append(i % 90 + 10)
                    .append('|');
        }
        Visitor visitor = box.visitor().says(many.toString());

        for (int i = 0; i < 500; i++) {
            assertThat(visitor.hears()).isEqualTo("200 POST /" + i + " " + (i % 90 + 10));
        }
    }

    /** Where the bytes are cut is not for the sender to say. */
    @Test
    void byteByByte() throws IOException {
        Visitor visitor = box.visitor();
        for (char c : "|POST /x HTTP/1.1|A: b|Transfer-Encoding: chunked||3|abc|2;x|de|0|T: u||".toCharArray()) {
            visitor.says(String.valueOf(c));
        }

        assertThat(visitor.hears()).isEqualTo("200 POST /x abcde");
        assertThat(visitor.asks("GET / HTTP/1.1||")).isEqualTo("200 GET /");
    }

    @Test
    void aLargeChunkedBody() throws IOException {
        String data = "0123456789abcdef".repeat(1024);
        Visitor visitor = box.visitor().says("POST / HTTP/1.1|Transfer-Encoding: chunked||");
        for (int i = 0; i < 64; i++) {
            visitor.says("4000|" + data + "|");
        }

        assertThat(visitor.asks("0||")).isEqualTo("200 POST / " + data.repeat(64));
    }

    @Test
    void whoWaitsBeforeTheBodyIsToldToGoOn() throws IOException {
        Visitor visitor = box.visitor().says("POST / HTTP/1.1|Expect: 100-continue|Content-Length: 3||");

        assertThat(visitor.head()).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(visitor.asks("abc")).isEqualTo("200 POST / abc");
    }

    @Test
    void whoWaitsForNothingIsAnsweredAtOnce() throws IOException {
        assertThat(box.visitor().asks("POST / HTTP/1.1|Expect: 100-continue|Content-Length: 0||"))
                .isEqualTo("200 POST /");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Expect: 100-continue|Content-Length: 3||abc"))
                .isEqualTo("200 POST / abc");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Expect: 100-continue|Content-Length: 9999999||"))
                .isEqualTo("413 the body is larger than 1048576 bytes");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Expect: tea|Content-Length: 1||"))
                .startsWith("417 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            GET / HTTP/1.0||                          > Connection: close
            GET / HTTP/1.0|Connection: keep-alive||   > Connection: keep-alive
            GET / HTTP/1.1|Connection: close||        > Connection: close
            """)
    void theConnectionIsKeptOrNotAsAsked(String request, String told) throws IOException {
        Visitor visitor = box.visitor().says(request);
        String head = visitor.head();

        assertThat(head).startsWith("HTTP/1.1 200 OK\n").contains("\n" + told);
        if (told.endsWith("close")) {
            assertThat(visitor.hearsToTheEnd()).isEqualTo("GET / ");
        }
    }

    @Test
    void aHeadIsAnsweredWithTheLengthAndWithoutTheBody() throws IOException {
        assertThat(box.visitor().says("HEAD /abc HTTP/1.1|Connection: close||").hearsToTheEnd())
                .isEqualTo("HTTP/1.1 200 OK\nContent-Length: 10\nConnection: close\n\n");
    }

    /** As {@code printf | nc -N} does. */
    @Test
    void whoHasSaidAllIsAnswered() throws IOException {
        Visitor visitor = box.visitor().says("GET /1 HTTP/1.1||GET /2 HTTP/1.1||");
        visitor.socket.shutdownOutput();

        assertThat(visitor.hears()).isEqualTo("200 GET /1");
        assertThat(visitor.hears()).isEqualTo("200 GET /2");
        assertThat(visitor.hearsToTheEnd()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HT", "POST / HTTP/1.1|Content-Length: 5||1234"})
    void whoStopsBeforeTheEndIsTold(String half) throws IOException {
        Visitor visitor = box.visitor().says(half);
        visitor.socket.shutdownOutput();

        assertThat(visitor.hears()).isEqualTo("400 the request ended before its end");
    }

    /** One reader sees one request where another sees two: nothing of what follows may be taken for a request. */
    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            POST / HTTP/1.1|Content-Length: 6|Transfer-Encoding: chunked||0||GET /smuggled HTTP/1.1||  > 400
            POST / HTTP/1.1|Content-Length: 6|Content-Length: 0||GET /smuggled HTTP/1.1||              > 400
            POST / HTTP/1.1|Transfer-Encoding: x||GET /smuggled HTTP/1.1||                             > 501
            POST / HTTP/1.1|Transfer-Encoding : chunked||0||GET /smuggled HTTP/1.1||                   > 400
            POST / HTTP/1.1|Transfer-Encoding: chunked||5|abcdefg|0||GET /smuggled HTTP/1.1||          > 400
            POST / HTTP/1.0|Transfer-Encoding: chunked||0||GET /smuggled HTTP/1.1||                    > 400
            GET / HTTP/1.1|A: b| GET /smuggled HTTP/1.1||                                              > 400
            PRI * HTTP/2.0||SM||GET /smuggled HTTP/1.1||                                               > 505
            """)
    void afterARefusalTheConnectionEnds(String said, int status) throws IOException {
        Visitor visitor = box.visitor().says(said);

        String all = visitor.hearsToTheEnd();
        assertThat(all).startsWith("HTTP/1.1 " + status + " ").contains("\nConnection: close\n");
        assertThat(all.indexOf("HTTP/1.1", 1)).isNegative();
        assertThat(box.departures).isEmpty();
    }

    @Test
    void noiseIsRefusedAtItsFirstByte() throws IOException {
        assertThat(box.visitor().sends(new byte[] {0}).hears()).startsWith("400 ");
        assertThat(box.visitor().sends(new byte[] {(byte) 0x80}).hears()).startsWith("400 ");
    }

    @Test
    void whoSpeaksTlsIsLeftAndThatIsToldOnce() throws IOException {
        for (int i = 0; i < 2; i++) {
            Visitor visitor = box.visitor().sends(new byte[] {0x16});
            assertThat(visitor.hearsToTheEnd()).isEmpty();
        }
        box.server.close(Duration.ofSeconds(60));
        assertThat(box.refusals)
                .containsExactly(
                        "somebody speaks TLS to the port; give the tunnel an address that begins with http://");
    }

    @Test
    void anExchangeThatHasNoAnswerClosesWithoutAWord() throws IOException {
        try (Box silent = new Box(Box.USUAL, (head, body) -> null)) {
            assertThat(silent.visitor().says("GET / HTTP/1.1||").hearsToTheEnd())
                    .isEmpty();
        }
    }
}
