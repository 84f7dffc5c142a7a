package fbmsg.webhook.command;

import fbmsg.webhook.Received;

/** Gets told what became of events. */
public interface Incidents {
    /** An event is done and its command has failed: it does not come again. Returns when it is kept, where it is. */
    void failed(Received received, String what);

    /** A command has ended well and has nothing to say to the user. */
    void silent(Received received);

    /** An event was not taken and comes again. */
    void comesAgain(Received received, String why);
}
