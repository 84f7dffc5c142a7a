package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.World;
import fbmsg.http.Headers;
import fbmsg.jwt.ApplicationToken;
import fbmsg.jwt.Jws;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is asking: an application by its token, or the account by its key and secret.
 *
 * @param refusal the problem that the API has for it, from the reason
 */
record Credentials(World world, Function<String, Problem> refusal) {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /** The application; empty: the account itself. */
    Optional<Application> either(Headers headers) throws Refused {
        String authorization = authorization(headers);
        if (has(authorization, BASIC)) {
            basic(headers);
            return Optional.empty();
        }
        return Optional.of(token(headers));
    }

    /** The account alone: where tokens are not enough. */
    void basic(Headers headers) throws Refused {
        String authorization = authorization(headers);
        if (!has(authorization, BASIC)) {
            throw refused("this needs Basic authentication, with the API key and secret");
        }
        if (!world.account().is(authorization.substring(BASIC.length()).strip())) {
            throw refused("the API key and secret are not those of this account");
        }
    }

    /** The application alone: where key and secret are not enough. */
    Application token(Headers headers) throws Refused {
        String authorization = authorization(headers);
        if (!has(authorization, BEARER)) {
            throw refused("the token is not a bearer token");
        }
        String token = authorization.substring(BEARER.length()).strip();
        Optional<String> id;
        try {
            id = Jws.parse(token).claims().text("application_id");
        } catch (Jws.Malformed e) {
            throw refused("the token " + e.getMessage());
        }
        // the id is only what the token says; it chooses the key that must prove it
        if (id.isEmpty()) {
            throw refused("the token has no application_id");
        }
        Application application = world.applications()
                .find(id.get())
                .orElseThrow(() -> refused("the token is of application " + id.get() + ", which is not known here"));
        Optional<String> objection = ApplicationToken.verify(
                        token, application.key(), id, world.real().instant())
                .match(valid -> Optional.empty(), invalid -> Optional.of(invalid.reason()), Optional::empty);
        if (objection.isPresent()) {
            throw refused("the token " + objection.get());
        }
        return application;
    }

    private String authorization(Headers headers) throws Refused {
        return headers.first("Authorization").orElseThrow(() -> refused("there is no Authorization header"));
    }

    private static boolean has(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private Refused refused(String reason) {
        return new Refused(refusal.apply(reason));
    }
}
