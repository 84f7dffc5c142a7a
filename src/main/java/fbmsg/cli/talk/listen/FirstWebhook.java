package fbmsg.cli.talk.listen;

import fbmsg.cli.Host;
import fbmsg.emulator.webhook.FacebookUser;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.ListenerWarmUp;
import fbmsg.jwt.WebhookSignature;
import fbmsg.webhook.Doorkeeper;
import fbmsg.webhook.Duplicates;
import fbmsg.webhook.Filter;
import fbmsg.webhook.Handover;
import fbmsg.webhook.Lanes;
import fbmsg.webhook.ListenDesk;
import fbmsg.webhook.Preparation;
import fbmsg.webhook.Quota;
import fbmsg.webhook.Received;
import fbmsg.webhook.Receiver;
import fbmsg.webhook.Sink;
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
        WebhookSigner signer = new WebhookSigner(SECRET, Optional.empty(), Optional.empty(), host.clock(), host.ids());
        try (Lanes lanes = new Lanes(1)) {
            Handover handover = new Handover(
                    Preparation.NONE, this::take, new Quota(1), Duration.ofMinutes(1), lanes, false, new Duplicates());
            Receiver receiver = new Receiver(
                    new Doorkeeper(Optional.empty(), signed ? Optional.of(signature) : Optional.empty(), host.clock()),
                    new ListenDesk(Filter.MESSAGES, handover, note -> {}, warning -> {}),
                    note -> {});
            FacebookUser nobody = new FacebookUser("0", "0", signer, host.clock(), host.ids());
            return ListenerWarmUp.run(receiver, nobody.writes("Hi", Version.V1, "/"));
        }
    }

    private Sink.Taken take(Received received) {
        received.line();
        return Sink.Taken.DONE;
    }
}
