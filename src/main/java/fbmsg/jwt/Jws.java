package fbmsg.jwt;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A token taken apart (RFC 7515, compact form), nothing checked but its form: two JSON objects and a signature. */
public record Jws(Document header, Document claims, byte[] signingInput, byte[] signature) {

    /** A text that is no such token; the message completes the sentence "the token ...". */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }

    public static Jws parse(String token) throws Malformed {
        if (token.isEmpty()) {
            throw new Malformed("is empty");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new Malformed("is not three parts with dots between");
        }
        byte[] signingInput = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return new Jws(
                object(parts[0], "header"), object(parts[1], "claims"), signingInput, bytes(parts[2], "signature"));
    }

    /** Whether its header asks for that algorithm and for nothing that must be understood (RFC 7515, section 4.1.11). */
    boolean isSignedWith(String algorithm) {
        return header.text("alg").equals(Optional.of(algorithm))
                && header.member("crit").isEmpty();
    }

    /** Why it is not: completes the sentence "the token ...". */
    String otherThan(String algorithm) {
        return header.member("crit").isPresent()
                ? "asks for extensions (crit) that are not known"
                : "is signed with " + header.text("alg").orElse("no algorithm") + ", not " + algorithm;
    }

    /** Base64url without padding (RFC 7515, section 2). */
    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Document object(String part, String name) throws Malformed {
        try {
            Document document = Json.parse(bytes(part, name));
            if (document.members().isEmpty()) {
                throw new Malformed("has a " + name + " part that is not a JSON object");
            }
            return document;
        } catch (MalformedJson e) {
            throw new Malformed("has a " + name + " part that is not JSON");
        }
    }

    private static byte[] bytes(String part, String name) throws Malformed {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new Malformed("has a " + name + " part that is not base64url");
        }
    }
}
