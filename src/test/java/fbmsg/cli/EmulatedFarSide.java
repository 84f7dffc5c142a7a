package fbmsg.cli;

import fbmsg.TestFiles;
import fbmsg.emulator.Emulator;
import fbmsg.emulator.world.Application;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.jwt.PublicKeyFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Vonage, in memory: the emulator with one application, whose key a test machine has. Its ids end f001, f002, … */
public final class EmulatedFarSide implements Exchange {
    public static final String APPLICATION = "11111111-2222-3333-4444-555555555555";

    public final List<Request> requests = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Emulator emulator = new Emulator(
            List.of(new Application(APPLICATION, PublicKeyFile.read(TestFiles.text("keys/public.pem"), "of the test"))),
            Clock.fixed(TestHost.NOW, ZoneOffset.UTC),
            () -> String.format("ffffffff-0000-4000-8000-%012d", ids.incrementAndGet()));

    @Override
    public Reply exchange(Request request) throws NotSent, Unanswered {
        requests.add(request);
        return emulator.exchange(request);
    }

    /** What it has accepted, as JSON. */
    public String accepted() {
        try {
            return emulator.exchange(Request.get("/emulator/messages")).text();
        } catch (Unanswered e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a machine a customer of this one. */
    public TestHost customer(TestHost host) {
        return signer(host).farSide(this);
    }

    /** Gives a machine the application and its key. */
    public static TestHost signer(TestHost host) {
        return host.env("FBMSG_APPLICATION_ID", APPLICATION)
                .env("FBMSG_PRIVATE_KEY", TestFiles.text("keys/pkcs8.pem"))
                .env("FBMSG_API_URL", "http://127.0.0.1:4010");
    }
}
