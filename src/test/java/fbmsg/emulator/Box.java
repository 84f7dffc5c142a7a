package fbmsg.emulator;

import fbmsg.emulator.world.Application;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.ApplicationToken;
import fbmsg.jwt.NewKey;
import fbmsg.jwt.PrivateKeyFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** An emulator with one application, a clock that stands still, and ids that are counted: ids of a run end 01, 02, ... */
public final class Box {
    public static final String APPLICATION = "11111111-2222-4333-8444-555555555555";
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final NewKey KEYS = NewKey.generate();
    public static final NewKey OTHER_KEYS = NewKey.generate();

    public final Emulator emulator =
            new Emulator(List.of(new Application(APPLICATION, KEYS.publicKey())), CLOCK, countedIds());

    public static Supplier<String> countedIds() {
        int[] last = {0};
        return () -> String.format("00000000-0000-4000-8000-%012d", ++last[0]);
    }

    public static Document.Builder claims() {
        return ApplicationToken.claims(APPLICATION, NOW, "a-jti", NOW.plus(Duration.ofMinutes(15)));
    }

    public static String token(Document claims, NewKey keys) {
        return ApplicationToken.sign(claims, PrivateKeyFile.read(keys.privatePem(), "of a test"));
    }

    public static Headers authorized() {
        return Headers.of("Authorization", "Bearer " + token(claims().build(), KEYS));
    }

    public Reply post(String path, Document body) throws NotSent, Unanswered {
        return post(path, JsonText.compact(body));
    }

    public Reply post(String path, String json) throws NotSent, Unanswered {
        return emulator.exchange(Request.postJson(path, authorized(), json));
    }
}
