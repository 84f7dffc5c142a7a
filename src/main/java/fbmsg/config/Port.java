package fbmsg.config;

import fbmsg.Failure;

/** A TCP port as text. */
final class Port {
    private Port() {}

    static boolean isOne(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535;
    }

    static int parse(String text, String origin) {
        if (isOne(text)) {
            return Integer.parseInt(text);
        }
        throw Failure.configuration(
                "the port '" + text + "' (" + origin + ") is not a number from 0 to 65535", "3000 is the usual one");
    }
}
