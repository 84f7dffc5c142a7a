package fbmsg.http.syntax;

/** How long the body is and what becomes of the connection, as the fields of a head say (RFC 9112, sections 6 and 9). */
final class Framing {
    private static final long NONE = -2;

    /** More than any limit; further digits add nothing. */
    private static final long HUGE = 1L << 50;

    private long length = NONE;
    private boolean chunked;
    private boolean asksToGoOn;
    private boolean close;
    private boolean keepAlive;

    /** @throws BadRequest 400, 417 or 501 */
    void see(String name, String value) throws BadRequest {
        // most fields are none of these: lengths are compared first
        switch (name.length()) {
            case 6 -> {
                if (name.equalsIgnoreCase("Expect")) {
                    expect(value);
                }
            }
            case 10 -> {
                if (name.equalsIgnoreCase("Connection")) {
                    connection(value);
                }
            }
            case 14 -> {
                if (name.equalsIgnoreCase("Content-Length")) {
                    contentLength(value);
                }
            }
            case 17 -> {
                if (name.equalsIgnoreCase("Transfer-Encoding")) {
                    transferEncoding(value);
                }
            }
            default -> {}
        }
    }

    /** Two lengths, of which a reader before us may have believed the other. */
    void check(boolean old) throws BadRequest {
        if (chunked && (length != NONE || old)) {
            throw new BadRequest(400, "the body's length is ambiguous");
        }
    }

    long length() {
        return chunked ? RequestHead.CHUNKED : Math.max(0, length);
    }

    boolean asksToGoOn(boolean old) {
        return asksToGoOn && !old;
    }

    boolean persistent(boolean old) {
        return !close && (keepAlive || !old);
    }

    private void expect(String value) throws BadRequest {
        if (!value.equalsIgnoreCase("100-continue")) {
            throw new BadRequest(417, "only 100-continue can be expected");
        }
        asksToGoOn = true;
    }

    private void connection(String value) {
        for (int from = 0; from <= value.length(); from = comma(value, from) + 1) {
            String option = value.substring(from, comma(value, from)).strip();
            close |= option.equalsIgnoreCase("close");
            keepAlive |= option.equalsIgnoreCase("keep-alive");
        }
    }

    /** One number; the same again, in a list or in another field, does no harm. */
    private void contentLength(String value) throws BadRequest {
        for (int from = 0; from <= value.length(); from = comma(value, from) + 1) {
            long number = number(value.substring(from, comma(value, from)).strip());
            if (length != NONE && length != number) {
                throw new BadRequest(400, "the body's length is ambiguous");
            }
            length = number;
        }
    }

    private static long number(String digits) throws BadRequest {
        if (digits.isEmpty()) {
            throw new BadRequest(400, "Content-Length is no number");
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new BadRequest(400, "Content-Length is no number");
            }
            number = Math.min(HUGE, 10 * number + digit - '0');
        }
        return number;
    }

    private void transferEncoding(String value) throws BadRequest {
        if (!value.equalsIgnoreCase("chunked")) {
            throw new BadRequest(501, "the only transfer coding is chunked");
        }
        if (chunked) {
            throw new BadRequest(400, "the body's length is ambiguous");
        }
        chunked = true;
    }

    private static int comma(String list, int from) {
        int comma = list.indexOf(',', from);
        return comma < 0 ? list.length() : comma;
    }
}
