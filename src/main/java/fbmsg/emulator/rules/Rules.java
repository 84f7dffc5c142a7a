package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;

/** What one version of the API asks of the body of a send request. Members that it does not know are not its business. */
public interface Rules {
    Version version();

    /**
     * @throws Refused if the body breaks a rule
     */
    Message judge(Document body) throws Refused;

    /**
     * For a body that is not a JSON object.
     *
     * @param detail what is wrong with it, and where
     */
    Problem notJson(String detail);

    /** For a page that is another application's, or nobody's. */
    Problem notThisSender();

    /** For a user whom it cannot be sent to. */
    Problem notThisRecipient();
}
