package fbmsg.http.syntax;

/** Finds the data in a chunked body (RFC 9112, section 7.1). What is neither data nor length is read and dropped. */
public final class ChunkDecoder {
    /** Bytes of extensions and trailers of one body. */
    private static final int MOST_DROPPED = 16 << 10;

    /** More than any limit; further digits add nothing. */
    private static final long HUGE = 1L << 50;

    private enum Place {
        SIZE,
        EXTENSION,
        SIZE_END,
        DATA,
        AFTER_DATA,
        DATA_END,
        TRAILER,
        IN_TRAILER,
        TRAILER_END,
        LAST_END,
        DONE
    }

    private Place place = Place.SIZE;
    private int digits;
    private long left;
    private int dropped;

    /**
     * Reads up to the next data or the end.
     *
     * @return where it stopped: all is read, or data begins there, or the body has ended before
     * @throws BadRequest 400 if the body is malformed
     */
    public int advance(byte[] bytes, int from, int to) throws BadRequest {
        int at = from;
        while (at < to && place != Place.DATA && place != Place.DONE) {
            place = after(bytes[at++]);
        }
        return at;
    }

    /** How many bytes of the chunk's data are still to come; 0 where none is to come at once. */
    public long left() {
        return place == Place.DATA ? left : 0;
    }

    /** So many bytes of data were taken. */
    public void took(int bytes) {
        left -= bytes;
        if (left == 0) {
            place = Place.AFTER_DATA;
        }
    }

    public boolean done() {
        return place == Place.DONE;
    }

    private Place after(byte octet) throws BadRequest {
        return switch (place) {
            case SIZE -> size(octet);
            case EXTENSION -> octet == '\r' ? Place.SIZE_END : drop(octet, Place.EXTENSION);
            case SIZE_END -> {
                digits = 0;
                yield only('\n', octet, left == 0 ? Place.TRAILER : Place.DATA);
            }
            case AFTER_DATA -> only('\r', octet, Place.DATA_END);
            case DATA_END -> only('\n', octet, Place.SIZE);
            case TRAILER -> octet == '\r' ? Place.LAST_END : drop(octet, Place.IN_TRAILER);
            case IN_TRAILER -> octet == '\r' ? Place.TRAILER_END : drop(octet, Place.IN_TRAILER);
            case TRAILER_END -> only('\n', octet, Place.TRAILER);
            case LAST_END -> only('\n', octet, Place.DONE);
            case DATA, DONE -> throw new IllegalStateException(place.name());
        };
    }

    private Place size(byte octet) throws BadRequest {
        int digit = octet < 0 ? -1 : Character.digit(octet, 16);
        if (digit >= 0) {
            left = digits++ == 0 ? digit : Math.min(HUGE, 16 * left + digit);
            if (digits > 16) {
                throw malformed();
            }
            return Place.SIZE;
        }
        if (digits == 0) {
            throw malformed();
        }
        if (octet == '\r') {
            return Place.SIZE_END;
        }
        if (octet == ';' || Octets.isBlank(octet)) {
            return Place.EXTENSION;
        }
        throw malformed();
    }

    /** A line feed alone is no end here: readers that took it for one were led to see another request than their proxies. */
    private Place drop(byte octet, Place next) throws BadRequest {
        if (++dropped > MOST_DROPPED || !Octets.isOfText(octet)) {
            throw malformed();
        }
        return next;
    }

    private static Place only(char expected, byte octet, Place next) throws BadRequest {
        if (octet != expected) {
            throw malformed();
        }
        return next;
    }

    private static BadRequest malformed() {
        return new BadRequest(400, "the chunked body is malformed");
    }
}
