package fbmsg.config;

import java.util.regex.Pattern;

/** Tells a key from a path: people put the one where the other belongs, and what is a path is shown. */
final class SecretLooks {
    /** PEM; PEM in base64; the bare base64 of a DER sequence of any length that a key may have. */
    private static final Pattern KEY = Pattern.compile("-----BEGIN|LS0tLS1CRUdJTi|MII[A-Za-z0-9+/=]{200}");

    private static final int LONGEST_NAME = 255;

    private SecretLooks() {}

    static boolean isKey(String value) {
        if (KEY.matcher(value).find()) {
            return true;
        }
        for (String name : value.split("/")) {
            if (name.length() > LONGEST_NAME) {
                return true; // no file system has such a name
            }
        }
        return false;
    }
}
