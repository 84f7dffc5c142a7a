package fbmsg.http.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fbmsg.fuzz.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever comes for a head is one that every reader would read in the same way, or is refused with a status for it. */
public final class HeadFuzzTest extends FuzzTest {
    private static final int MOST_FIELDS = 6;
    private static final Set<Integer> REFUSALS = Set.of(400, 417, 431, 501, 505);

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "GET / HTTP/1.1\r\n\r\n",
                        "POST /in?a=b HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n",
                        "POST http://h:1/in HTTP/1.0\nConnection: keep-alive\nContent-Length: 7, 7\n\n",
                        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n",
                        "OPTIONS * HTTP/1.1\r\nConnection: close, x\r\nA: \t b \r\n\r\n")
                .map(head -> head.getBytes(ISO_8859_1))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\r\n",
                "\n",
                "\r",
                " ",
                "\t",
                ":",
                "\0",
                "HTTP/1.1",
                "HTTP/2.0",
                "Content-Length: 5\r\n",
                "Content-Length: 6\r\n",
                "Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Expect: 200-ok\r\n",
                "chunked",
                "+",
                "-1",
                "99999999999999999999",
                "%00",
                "/../",
                "//",
                "*",
                "é",
                "Connection: close\r\n",
                "X: y\r\n");
    }

    @Override
    protected int inputs() {
        return 20_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("not whole", "head", "400", "431", "501", "505");
    }

    @Override
    public void check(byte[] input) throws Exception {
        int end = HeadParser.end(input, 0, input.length);
        same(inPieces(input), end, "the end that is found piece by piece");
        if (end < 0) {
            met("not whole");
            return;
        }
        RequestHead head;
        try {
            head = HeadParser.parse(input, 0, end, MOST_FIELDS);
        } catch (BadRequest e) {
            holds(REFUSALS.contains(e.status()), "a refusal has one of its statuses");
            met(String.valueOf(e.status()));
            return;
        }
        met("head");
        holds(
                !head.method().isEmpty()
                        && isClean(head.method())
                        && head.method().indexOf(' ') < 0,
                "a method is a word");
        holds(head.target().startsWith("/") || head.target().equals("*"), "a target is a path or *");
        holds(isClean(head.target()) && head.target().indexOf(' ') < 0, "a target has no blank");
        holds(head.length() >= RequestHead.CHUNKED, "a length is no less than nothing");
        holds(!(has(head, "Transfer-Encoding") && has(head, "Content-Length")), "a body has one length");
        for (String text : head.fields()) {
            holds(isClean(text) && text.strip().equals(text), "names and values are text without blanks around");
        }
        byte[] written = written(head);
        RequestHead again = HeadParser.parse(written, 0, written.length, MOST_FIELDS);
        same(again.fields(), head.fields(), "the fields of the head when it is written and read again");
        same(
                List.of(again.method(), again.target(), again.length(), again.persistent(), again.asksToGoOn()),
                List.of(head.method(), head.target(), head.length(), head.persistent(), head.asksToGoOn()),
                "the head that is written and read again");
    }

    /** As the server looks for it when a byte comes at a time. */
    private static int inPieces(byte[] input) {
        int searched = 0;
        for (int to = 1; to <= input.length; to++) {
            int end = HeadParser.end(input, searched, to);
            if (end >= 0) {
                return end;
            }
            searched = Math.max(0, to - 2);
        }
        return -1;
    }

    private static byte[] written(RequestHead head) {
        StringBuilder text = new StringBuilder(head.method() + " " + head.target() + " HTTP/1." + (head.old() ? 0 : 1));
        for (int i = 0; i < head.fields().length; i += 2) {
            text.append("\r\n").append(head.fields()[i]).append(": ").append(head.fields()[i + 1]);
        }
        return text.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
    }

    private static boolean has(RequestHead head, String name) {
        String[] fields = head.fields();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClean(String text) {
        return Arrays.stream(text.chars().toArray()).noneMatch(c -> c < 0x20 && c != '\t' || c == 0x7f);
    }
}
