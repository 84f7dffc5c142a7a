package fbmsg.http.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a head means, and which heads mean nothing. In the tables {@code |} is a line end. */
class HeadParserTest {
    private static final int MOST_FIELDS = 5;

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            GET / HTTP/1.1||                                            > GET / 1.1 [] 0 kept
            POST /a?b=c&d=%20e+f HTTP/1.1|Host: x||                     > POST /a?b=c&d=%20e+f 1.1 [Host, x] 0 kept
            GET / HTTP/1.1|x-B:  1 2\t|X-a:|x-b: 3||                     > GET / 1.1 [x-B, 1 2, X-a, , x-b, 3] 0 kept
            GET / HTTP/1.0||                                            > GET / 1.0 [] 0 closed
            GET / HTTP/1.0|Connection: keep-alive||                     > GET / 1.0 [Connection, keep-alive] 0 kept
            GET / HTTP/1.1|Connection: x, Close||                       > GET / 1.1 [Connection, x, Close] 0 closed
            GET / HTTP/1.7||                                            > GET / 1.1 [] 0 kept
            M!#$%&'*+-.^_`~9 / HTTP/1.1||                               > M!#$%&'*+-.^_`~9 / 1.1 [] 0 kept
            GET http://h:1/a?b HTTP/1.1||                               > GET /a?b 1.1 [] 0 kept
            GET HTTPS://h?b HTTP/1.1||                                  > GET /?b 1.1 [] 0 kept
            GET http://h HTTP/1.1||                                     > GET / 1.1 [] 0 kept
            OPTIONS * HTTP/1.1||                                        > OPTIONS * 1.1 [] 0 kept
            POST / HTTP/1.1|Content-Length: 12||                        > POST / 1.1 [Content-Length, 12] 12 kept
            POST / HTTP/1.1|content-length: 7, 7|CONTENT-LENGTH: 07||   > POST / 1.1 [content-length, 7, 7, CONTENT-LENGTH, 07] 7 kept
            POST / HTTP/1.1|Transfer-Encoding: Chunked||                > POST / 1.1 [Transfer-Encoding, Chunked] -1 kept
            POST / HTTP/1.1|Content-Length: 1|Expect: 100-Continue||    > POST / 1.1 [Content-Length, 1, Expect, 100-Continue] 1 kept waits
            POST / HTTP/1.0|Content-Length: 1|Expect: 100-continue||    > POST / 1.0 [Content-Length, 1, Expect, 100-continue] 1 closed
            """)
    void means(String head, String meaning) throws Exception {
        for (String lineEnd : new String[] {"\r\n", "\n"}) {
            assertThat(meaning(parse(head.replace("|", lineEnd)))).isEqualTo(meaning);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            GET /||                                              > 400
            GET||                                                > 400
            GET  / HTTP/1.1||                                    > 400
            GET /  HTTP/1.1||                                    > 400
            GET / HTTP/1.1 ||                                    > 400
            GET / http/1.1||                                     > 400
            GET / HTTP/1.x||                                     > 400
            GET / HTTP/11||                                      > 400
            GET / /x HTTP/1.1||                                  > 400
            G[T / HTTP/1.1||                                     > 400
            GET x HTTP/1.1||                                     > 400
            GET * HTTP/1.1||                                     > 400
            GET ftp://h/ HTTP/1.1||                              > 400
            GET http:///a HTTP/1.1||                             > 400
            CONNECT h:443 HTTP/1.1||                             > 400
            GET /a#b HTTP/1.1||                                  > 400
            GET /\u0000 HTTP/1.1||                               > 400
            GET /\u00e9 HTTP/1.1||                               > 400
            PRI * HTTP/2.0||                                     > 505
            GET / HTTP/2.0||                                     > 505
            GET / HTTP/0.9||                                     > 505
            GET / HTTP/1.1|a b: c||                              > 400
            GET / HTTP/1.1|a : c||                               > 400
            GET / HTTP/1.1|a||                                   > 400
            GET / HTTP/1.1|: c||                                 > 400
            GET / HTTP/1.1| a: c||                               > 400
            GET / HTTP/1.1|a: b| c||                             > 400
            GET / HTTP/1.1|a: b|\tc||                            > 400
            GET / HTTP/1.1|a: b\u0000||                          > 400
            GET / HTTP/1.1|a: bCRc: d||                          > 400
            GET / HTTP/1.1|a: b\u007f||                          > 400
            GET / HTTP/1.1|a\u00e9: b||                          > 400
            GET / HTTP/1.1|a:1|a:2|a:3|a:4|a:5|a:6||             > 431
            POST / HTTP/1.1|Content-Length: 1|Content-Length: 2|| > 400
            POST / HTTP/1.1|Content-Length: 1, 2||               > 400
            POST / HTTP/1.1|Content-Length: +1||                 > 400
            POST / HTTP/1.1|Content-Length: -1||                 > 400
            POST / HTTP/1.1|Content-Length: 1x||                 > 400
            POST / HTTP/1.1|Content-Length: ||                   > 400
            POST / HTTP/1.1|Content-Length: 1,||                 > 400
            POST / HTTP/1.1|Content-Length: \u0661||             > 400
            POST / HTTP/1.1|Content-Length: 1|Transfer-Encoding: chunked|| > 400
            POST / HTTP/1.1|Transfer-Encoding: chunked|Content-Length: 1|| > 400
            POST / HTTP/1.1|Transfer-Encoding: chunked|Transfer-Encoding: chunked|| > 400
            POST / HTTP/1.0|Transfer-Encoding: chunked||         > 400
            POST / HTTP/1.1|Transfer-Encoding: gzip, chunked||   > 501
            POST / HTTP/1.1|Transfer-Encoding: identity||        > 501
            POST / HTTP/1.1|Transfer-Encoding: xchunked||        > 501
            POST / HTTP/1.1|Transfer-Encoding:||                 > 501
            POST / HTTP/1.1|Expect: 200-ok||                     > 417
            """)
    void isRefused(String head, int status) {
        String text = head.replace("|", "\r\n").replace("CR", "\r");

        BadRequest refused = catchThrowableOfType(BadRequest.class, () -> parse(text));

        assertThat(refused).as(head).isNotNull();
        assertThat(refused.status()).as(head + ": " + refused.getMessage()).isEqualTo(status);
        assertThat(refused).message().isNotBlank();
    }

    @Test
    void aLengthBeyondAnyNumberIsLarge() throws Exception {
        RequestHead head = parse("POST / HTTP/1.1\r\nContent-Length: " + "9".repeat(100) + "\r\n\r\n");

        assertThat(head.length()).isGreaterThan(1L << 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n\r\n", "\n\r\n", "\r\n\n"})
    void endsWithAnEmptyLineAndNotBefore(String end) {
        byte[] bytes = ("GET / HTTP/1.1\r\na: b" + end + "more\r\n\r\n").getBytes(ISO_8859_1);
        int expected = bytes.length - 8;

        for (int to = 0; to <= bytes.length; to++) {
            assertThat(HeadParser.end(bytes, 0, to)).as("of %s bytes", to).isEqualTo(to < expected ? -1 : expected);
        }
    }

    /** Whatever comes: a head or a refusal. */
    @Test
    void nothingThatEndsBreaksTheParser() {
        byte[] good = "POST /a?b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nA: b, c\r\n\r\n".getBytes(ISO_8859_1);
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) " \r\n:/\t\u0000xP1".charAt(random.nextInt(10));
            }
            int end = HeadParser.end(bytes, 0, bytes.length);
            if (end > 0) {
                try {
                    HeadParser.parse(bytes, 0, end, MOST_FIELDS);
                    taken++;
                } catch (BadRequest e) {
                    assertThat(e.status()).isIn(400, 417, 431, 501, 505);
                }
            }
        }
        assertThat(taken).isBetween(1_000, 19_000);
    }

    private static RequestHead parse(String head) throws BadRequest {
        byte[] bytes = ("before" + head).getBytes(ISO_8859_1);
        assertThat(HeadParser.end(bytes, 6, bytes.length)).isEqualTo(bytes.length);
        return HeadParser.parse(bytes, 6, bytes.length, MOST_FIELDS);
    }

    private static String meaning(RequestHead head) {
        return head.method() + " " + head.target() + (head.old() ? " 1.0 " : " 1.1 ") + Arrays.toString(head.fields())
                + " " + head.length() + (head.persistent() ? " kept" : " closed") + (head.asksToGoOn() ? " waits" : "");
    }
}
