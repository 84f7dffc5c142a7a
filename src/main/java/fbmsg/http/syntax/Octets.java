package fbmsg.http.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Which bytes may stand where (RFC 9110, section 5.6). */
public final class Octets {
    private static final boolean[] OF_A_TOKEN = new boolean[256];

    static {
        for (char c : "!#$%&'*+-.^_`|~0123456789".toCharArray()) {
            OF_A_TOKEN[c] = true;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            OF_A_TOKEN[c] = true;
            OF_A_TOKEN[c - 'a' + 'A'] = true;
        }
    }

    private Octets() {}

    /** Of methods and of fields' names. */
    public static boolean isOfToken(byte octet) {
        return OF_A_TOKEN[octet & 0xff];
    }

    /** Of fields' values and of lines that are dropped: no control characters but the tab. */
    static boolean isOfText(byte octet) {
        return (octet & 0xff) >= ' ' && octet != 0x7f || octet == '\t';
    }

    /** What is neither space nor control nor beyond ASCII, nor begins what stays with the asker. */
    static boolean isOfTarget(byte octet) {
        return octet > ' ' && octet < 0x7f && octet != '#';
    }

    static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }
}
