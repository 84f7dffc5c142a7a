package fbmsg.emulator;

import fbmsg.emulator.world.Application;
import fbmsg.http.Headers;
import fbmsg.jwt.ApplicationToken;
import fbmsg.jwt.Jws;
import fbmsg.jwt.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The known applications, and the check which of them is asking. */
final class Applications {
    private static final String SCHEME = "Bearer ";

    private final Map<String, Application> byId;

    /**
     * @throws IllegalStateException if two have the same id
     */
    Applications(List<Application> applications) {
        this.byId = applications.stream().collect(Collectors.toUnmodifiableMap(Application::id, Function.identity()));
    }

    /** The claims of a valid token of a known application; without {@code Authorization}, absent. */
    Verdict identify(Headers headers, Instant now) {
        return headers.first("Authorization").map(value -> bearer(value, now)).orElseGet(Verdict.Absent::new);
    }

    private Verdict bearer(String authorization, Instant now) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Verdict.Invalid("is not a bearer token");
        }
        String token = authorization.substring(SCHEME.length()).strip();
        try {
            return verify(token, Jws.parse(token).claims().text("application_id"), now);
        } catch (Jws.Malformed e) {
            return new Verdict.Invalid(e.getMessage());
        }
    }

    /** The id is only what the token says; it chooses the key that must prove it. */
    private Verdict verify(String token, Optional<String> claimedId, Instant now) {
        if (claimedId.isEmpty()) {
            return new Verdict.Invalid("has no application_id");
        }
        Application application = byId.get(claimedId.get());
        return application == null
                ? new Verdict.Invalid("is of application " + claimedId.get() + ", which is not known here")
                : ApplicationToken.verify(token, application.key(), claimedId, now);
    }
}
