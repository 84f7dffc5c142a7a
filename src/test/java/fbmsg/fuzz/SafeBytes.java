package fbmsg.fuzz;

/** Bytes for people: ASCII as it is, all else as {@code \xNN}. */
final class SafeBytes {
    private SafeBytes() {}

    static String shown(byte[] bytes) {
        StringBuilder shown = new StringBuilder();
        for (byte b : bytes) {
            if (b >= 0x20 && b < 0x7f) {
                shown.append((char) b);
            } else {
                shown.append(String.format("\\x%02x", b));
            }
        }
        return shown.toString();
    }
}
