package fbmsg.catalogue;

/** Whether the same message may be sent again. */
public enum Retry {
    /** later, as it is */
    YES("yes"),
    /** once something is put right */
    AFTER_FIX("after a fix"),
    NO("no"),
    /** it may have been taken: to send it again may be to send it twice */
    WITH_CARE("with care");

    private final String words;

    Retry(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /**
     * @throws IllegalArgumentException if no one has these words
     */
    static Retry of(String words) {
        for (Retry retry : values()) {
            if (retry.words.equals(words)) {
                return retry;
            }
        }
        throw new IllegalArgumentException("no retry: " + words);
    }
}
