package fbmsg.http;

/**
 * One request, one reply. The real client, the emulator, the receiver of webhooks and every test double are this.
 *
 * <p>A far side that answers, whatever it answers, is a {@link Reply}; a connection that broke is one of two exceptions,
 * because only one of them may be tried again.
 */
@FunctionalInterface
public interface Exchange {
    /**
     * @throws NotSent if the request surely was not taken
     * @throws Unanswered if it may have been taken
     */
    Reply exchange(Request request) throws NotSent, Unanswered;
}
