package fbmsg.http.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data of chunked bodies, in whatever pieces they come. In the tables {@code |} is CR LF. */
class ChunkDecoderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            0||                                   > ''
            5|hello|0||                           > hello
            5|hello|6| world|0||                  > hello world
            0005|hello|000||                      > hello
            1|a|1|b|1|c|0||                       > abc
            A|0123456789|0||                      > 0123456789
            a|0123456789|0||                      > 0123456789
            5;a=b;c="d e"|hello|0;x||             > hello
            5 |hello|0||                          > hello
            5\t;a|hello|0||                       > hello
            5|hello|0|Trailer: x|Other: y||       > hello
            """)
    void theDataIsFoundHoweverItIsSplit(String body, String data) throws Exception {
        byte[] bytes = bytes(body);
        for (int split = 0; split <= bytes.length; split++) {
            assertThat(decode(bytes, split)).as("split at %s", split).isEqualTo(data + " done, left over: NEXT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|hello",
                "x|hello|",
                "-1|h",
                "+5|hello",
                "0x5|hello",
                "5hello",
                "5\nhello",
                "5;a\n|hello",
                "5;a\u0000|hello",
                "5|helloo|0||",
                "5|hello\n0||",
                "5|hello|0|\n",
                "5|hello|0|a: b\nc||",
                "5|hello|0|a\u0007||",
                "00000000000000005|hello",
                "\u00e95|hello",
                ";a|x"
            })
    void whatIsNoneIsRefusedHoweverItIsSplit(String body) {
        byte[] bytes = bytes(body);
        for (int split = 0; split <= bytes.length; split++) {
            int at = split;
            BadRequest refused = catchThrowableOfType(BadRequest.class, () -> decode(bytes, at));
            assertThat(refused).as("split at %s", split).isNotNull();
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    /** Else a sender could keep one busy without ever sending a body that is too large. */
    @ParameterizedTest
    @ValueSource(strings = {"5;EXT|", "5|hello|0|T: EXT|", "5|hello|0|EXT|EXT|EXT|"})
    void extensionsAndTrailersHaveALimit(String body) {
        byte[] bytes = bytes(body.replace("EXT", "x".repeat(20_000)));

        assertThat(catchThrowableOfType(BadRequest.class, () -> decode(bytes, 0)))
                .isNotNull();
    }

    @Test
    void aChunkBeyondAnyNumberIsLarge() throws Exception {
        ChunkDecoder decoder = new ChunkDecoder();

        decoder.advance(bytes("ffffffffffffffff|"), 0, 18);

        assertThat(decoder.left()).isGreaterThan(1L << 40);
    }

    private static byte[] bytes(String body) {
        return (body.replace("|", "\r\n") + "NEXT").getBytes(ISO_8859_1);
    }

    private static String decode(byte[] bytes, int split) throws BadRequest {
        ChunkDecoder decoder = new ChunkDecoder();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int at = feed(decoder, bytes, 0, split, data);
        at = feed(decoder, bytes, at, bytes.length, data);
        return data.toString(ISO_8859_1) + (decoder.done() ? " done" : "") + ", left over: "
                + new String(bytes, at, bytes.length - at, ISO_8859_1);
    }

    private static int feed(ChunkDecoder decoder, byte[] bytes, int from, int to, ByteArrayOutputStream data)
            throws BadRequest {
        int at = decoder.advance(bytes, from, to);
        while (at < to && !decoder.done()) {
            int count = (int) Math.min(decoder.left(), to - at);
            data.write(bytes, at, count);
            decoder.took(count);
            at = decoder.advance(bytes, at + count, to);
        }
        return at;
    }
}
