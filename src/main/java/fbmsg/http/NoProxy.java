package fbmsg.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whom {@code NO_PROXY} lists, as curl and Go read it: {@code *} for everybody, names with all that is below them (with a dot
 * or {@code *.} before them or not), addresses, networks such as {@code 10.0.0.0/8}, each of the first with a port if wanted;
 * between commas or blanks. Nothing is looked up: a name is never compared with an address.
 */
final class NoProxy {
    private NoProxy() {}

    /**
     * @param host a name or an address, an IPv6 one in brackets
     */
    static boolean covers(String list, String host, int port) {
        String wanted = host.toLowerCase(Locale.ROOT);
        for (String entry : list.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            if (entry.equals("*") || !entry.isEmpty() && entryCovers(entry, wanted, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean entryCovers(String entry, String host, int port) {
        int colon = entry.lastIndexOf(':');
        boolean withPort = colon == entry.indexOf(':') && colon >= 0 || entry.startsWith("[") && entry.contains("]:");
        if (withPort) {
            return entry.substring(colon + 1).equals(String.valueOf(port))
                    && coversHost(entry.substring(0, colon), host);
        }
        return coversHost(entry, host);
    }

    private static boolean coversHost(String entry, String host) {
        byte[] address = address(host);
        if (address != null) {
            int slash = entry.indexOf('/');
            return slash < 0
                    ? Arrays.equals(address, address(entry))
                    : inNetwork(address, address(entry.substring(0, slash)), entry.substring(slash + 1));
        }
        String name = undotted(entry.startsWith("*.") ? entry.substring(1) : entry);
        String wanted = undotted(host);
        return !name.isEmpty() && (wanted.equals(name) || wanted.endsWith("." + name));
    }

    /** Without the dots at its ends. */
    private static String undotted(String name) {
        int from = name.startsWith(".") ? 1 : 0;
        int to = name.length() > from && name.endsWith(".") ? name.length() - 1 : name.length();
        return name.substring(from, to);
    }

    private static boolean inNetwork(byte[] address, byte[] network, String length) {
        if (network == null || network.length != address.length || !length.matches("[0-9]{1,3}")) {
            return false;
        }
        int bits = Integer.parseInt(length);
        for (int i = 0; i < Math.min(bits, address.length * 8); i++) {
            if (((address[i / 8] ^ network[i / 8]) >> 7 - i % 8 & 1) != 0) {
                return false;
            }
        }
        return bits <= address.length * 8;
    }

    /** Null for what is no address: the JDK would look it up. */
    private static byte[] address(String text) {
        if (text.indexOf(':') < 0) {
            return address4(text);
        }
        try {
            return InetAddress.getByName(text.startsWith("[") ? text : "[" + text + "]")
                    .getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static byte[] address4(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return null;
        }
        byte[] address = new byte[4];
        String[] parts = text.split("\\.");
        for (int i = 0; i < 4; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part > 255) {
                return null;
            }
            address[i] = (byte) part;
        }
        return address;
    }
}
