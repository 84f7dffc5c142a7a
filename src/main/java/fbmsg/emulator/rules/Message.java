package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.MessageType;
import java.util.Optional;

/**
 * A send request that keeps the rules, read out of the form of its version.
 *
 * @param from the page
 * @param to the user, by the id that this page knows
 * @param content the text, or the URL of the file
 */
public record Message(
        String from,
        String to,
        MessageType type,
        String content,
        Optional<String> clientRef,
        MessengerOptions messenger) {}
