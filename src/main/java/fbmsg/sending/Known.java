package fbmsg.sending;

/** What earlier runs have noted of a line, or of an answer. */
public enum Known {
    /** nothing, or that it surely was not taken */
    NOTHING,
    ACCEPTED,
    /** it left, or a part of it, and nothing is known of what became of it */
    DOUBTFUL
}
