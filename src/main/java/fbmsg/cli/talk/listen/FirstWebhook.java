package fbmsg.cli.talk.listen;

import fbmsg.cli.Host;
import fbmsg.emulator.webhook.FacebookUser;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.ListenerWarmUp;
import fbmsg.jwt.WebhookSignature;
import fbmsg.webhook.Doorkeeper;
import fbmsg.webhook.Handover;
import fbmsg.webhook.Quota;
import fbmsg.webhook.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A webhook from nobody to a receiver like the real one, whose sink is nowhere: the JVM then knows the way that the first
 * real one will go. Nothing of it is seen.
 */
final class FirstWebhook implements Runnable {
    private static final String SECRET = "known to everybody";

    private final Host host;
    private final boolean signed;

    FirstWebhook(Host host, boolean signed) {
        this.host = host;
        this.signed = signed;
    }

    @Override
    public void run() {
        answer();
    }

    /** The answer as it came over the wire. */
    String answer() {
        WebhookSignature signature =
                new WebhookSignature(List.of(SECRET), Duration.ofHours(1), Optional.empty(), Optional.empty());
        Receiver receiver = new Receiver(
                new Doorkeeper(Optional.empty(), signed ? Optional.of(signature) : Optional.empty(), host.clock()),
                new Handover(received -> received.line(), new Quota(1), Duration.ofMinutes(1), Runnable::run),
                note -> {},
                warning -> {});
        WebhookSigner signer = new WebhookSigner(SECRET, Optional.empty(), Optional.empty(), host.clock(), host.ids());
        return ListenerWarmUp.run(
                receiver, new FacebookUser("0", "0", signer, host.clock(), host.ids()).writes("Hi", Version.V1, "/"));
    }
}
