package fbmsg.jwt;

import fbmsg.json.Document;
import java.time.Instant;
import java.util.Optional;

/** Reading claims (RFC 7519). */
public final class Claims {
    private Claims() {}

    /** A NumericDate: seconds since 1970, where there is one that a calendar holds. Fractions are cut off. */
    public static Optional<Instant> time(Document claims, String name) {
        return claims.member(name)
                .flatMap(value -> value.string().isPresent() ? Optional.empty() : claims.textOrNumber(name))
                .flatMap(Claims::seconds);
    }

    /** Digits only: an exponent could stand for a number that takes minutes to write out. */
    private static Optional<Instant> seconds(String token) {
        if (!token.matches("[0-9]{1,12}([.][0-9]+)?")) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(token.split("[.]")[0])));
    }
}
