package fbmsg.emulator;

import fbmsg.emulator.rules.Refused;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;

/** One of the things that are served, by the paths that it knows. */
interface Api {
    boolean concerns(String path);

    /**
     * @throws Unanswered if the connection is to be closed without an answer
     */
    Reply answer(Request request, String requestId) throws Refused, Unanswered;
}
