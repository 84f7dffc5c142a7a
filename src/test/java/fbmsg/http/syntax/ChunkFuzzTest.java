package fbmsg.http.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fbmsg.fuzz.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/** A chunked body means the same however it is cut on its way, and never more than was sent. */
public final class ChunkFuzzTest extends FuzzTest {
    /** What became of a body: its data, and how it ended. */
    private record Read(String data, String end, int rest) {}

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "0\r\n\r\n",
                        "5\r\nhello\r\n0\r\n\r\n",
                        "5;a=b\r\nhello\r\n1 \r\n!\r\n0\r\nX: y\r\n\r\nGET /",
                        "A\r\n0123456789\r\n00005\r\nhello\r\n0\r\n\r\n")
                .map(body -> body.getBytes(ISO_8859_1))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\r\n",
                "\n",
                "\r",
                "0\r\n\r\n",
                "1\r\nx\r\n",
                ";",
                "ffffffffffffffff",
                "7fffffffffffffff",
                "-1",
                "0x5",
                "+5",
                "\0",
                "é",
                " ",
                "\t",
                "X: y\r\n");
    }

    @Override
    protected int inputs() {
        return 20_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("whole", "not whole", "malformed");
    }

    @Override
    public void check(byte[] input) {
        Read whole = read(input, input.length);
        met(whole.end());
        for (int piece : new int[] {1, 2, 3, 7}) {
            same(read(input, piece), whole, "the body in pieces of " + piece);
        }
        holds(whole.data().length() <= input.length, "no more data than bytes");
        if (whole.end().equals("whole")) {
            same(
                    read(written(whole.data()), input.length + 100),
                    new Read(whole.data(), "whole", 0),
                    "it, written anew");
        }
    }

    private static byte[] written(String data) {
        String chunk = data.isEmpty() ? "" : Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
        return (chunk + "0\r\n\r\n").getBytes(ISO_8859_1);
    }

    /** As the server takes it: data is copied, the rest is for the decoder. */
    private static Read read(byte[] input, int piece) {
        ChunkDecoder decoder = new ChunkDecoder();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try {
            for (int from = 0; from < input.length; from += piece) {
                int to = Math.min(input.length, from + piece);
                int at = from;
                while (at < to && !decoder.done()) {
                    at = decoder.advance(input, at, to);
                    int count = (int) Math.min(decoder.left(), to - at);
                    if (count > 0) {
                        data.write(input, at, count);
                        decoder.took(count);
                        at += count;
                    }
                }
                if (decoder.done()) {
                    return new Read(data.toString(ISO_8859_1), "whole", input.length - at);
                }
            }
        } catch (BadRequest e) {
            same(e.status(), 400, "the status");
            return new Read("", "malformed", 0);
        }
        return new Read(data.toString(ISO_8859_1), "not whole", 0);
    }
}
