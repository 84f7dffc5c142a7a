package fbmsg.config;

/**
 * One effective value, and who won.
 *
 * @param value the value, an absolute path, or a secret's text, by the form
 * @param origin for people: {@code --key}, {@code FBMSG_PAGE_ID}, {@code FILE, profile default}, {@code built-in}
 */
public record Setting(String value, Form form, String origin) {
    /** How the value is to be taken. */
    public enum Form {
        PLAIN,
        /** a file that holds the secret */
        PATH,
        /** the secret itself; never shown */
        CONTENT,
        /** the secret is on standard input */
        STDIN
    }

    /** What may be shown of it. */
    public String shown() {
        return switch (form) {
            case PLAIN -> value;
            case PATH -> SecretLooks.isKey(value) ? "(not shown: not a path)" : value;
            case CONTENT -> "(set, not shown)";
            case STDIN -> "-";
        };
    }
}
