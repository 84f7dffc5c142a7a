package fbmsg.webhook.command;

import fbmsg.message.InboundMessage;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink.Taken;

/** Sends what a command has printed back to the user. */
@FunctionalInterface
public interface Answerer {
    /**
     * @return done, whatever became of the answer; later, if it surely was not taken and is to be tried again
     */
    Taken answer(Received received, InboundMessage message, String text);
}
