package fbmsg.http.server;

import fbmsg.http.syntax.RequestHead;

/** What a server asks of whoever answers. Nothing of it is called with a lock held. */
public interface Service {
    /**
     * Answers a request that is there wholly; on a thread that it may keep waiting.
     *
     * @param place among those that are
     * @return null if the connection is to be closed without a word
     */
    Answer answer(RequestHead head, byte[] body, Place place);

    /**
     * What is answered to what does not get as far as that; on the thread that serves all connections.
     *
     * @param why a few words
     */
    Answer own(int status, String why);

    /** A line on what was refused, worth telling; on a thread that it may keep waiting. */
    void refused(String what);

    /** Something was thrown that should not have been; on any thread. */
    void bug(Throwable bug);
}
