package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.Version;
import java.util.List;
import java.util.Optional;

/**
 * A send request that keeps the rules, read out of the form of its version.
 *
 * @param from the page
 * @param to the user, by the id that this page knows
 * @param content the text, or the URL of the file
 * @param callback where this message's statuses go, and in which form
 * @param failover what stands in for it, in order, if it is rejected; empty: it came without that member
 */
public record Message(
        String from,
        String to,
        MessageType type,
        String content,
        Optional<String> clientRef,
        MessengerOptions messenger,
        Callback callback,
        Optional<List<Message>> failover) {

    /**
     * What a message says of its own status webhooks; where it says nothing, the application's settings count.
     *
     * @param url as it was given; the description wants a string, no more
     */
    public record Callback(Optional<String> url, Optional<Version> version) {
        public static final Callback USUAL = new Callback(Optional.empty(), Optional.empty());
    }

    /** The same, with nothing that stands in for it. */
    public Message alone() {
        return new Message(from, to, type, content, clientRef, messenger, callback, Optional.empty());
    }

    /** With nothing special. */
    public static Message plain(String from, String to, MessageType type, String content) {
        MessengerOptions none = new MessengerOptions(Optional.empty(), Optional.empty());
        return new Message(from, to, type, content, Optional.empty(), none, Callback.USUAL, Optional.empty());
    }
}
