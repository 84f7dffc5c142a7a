package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.util.Optional;
import java.util.function.Function;

/** The body of a request, which must be a JSON object. */
final class Body {
    private static final int LARGEST_REMEMBERED = 64 << 10;

    private Body() {}

    static void mustBeJson(Request request) throws Refused {
        if (!request.headers().mediaType().equals(Optional.of(Problem.JSON))) {
            throw new Refused(Problem.wrongContentType());
        }
    }

    /** Of what is remembered whole: a megabyte each would be too much. */
    static void mustBeSmall(Request request) throws Refused {
        if (request.body().length > LARGEST_REMEMBERED) {
            throw new Refused(Problem.own(413, "the body is larger than " + LARGEST_REMEMBERED + " bytes"));
        }
    }

    /**
     * @param otherwise the problem that the API has for it, from where and what is wrong
     */
    static Document object(Request request, Function<String, Problem> otherwise) throws Refused {
        try {
            Document body = Json.parse(request.body());
            if (body.members().isPresent()) {
                return body;
            }
        } catch (MalformedJson e) {
            throw new Refused(otherwise.apply(e.where()));
        }
        throw new Refused(otherwise.apply("line 1, column 1: it is not a JSON object"));
    }
}
