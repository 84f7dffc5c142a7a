package fbmsg.emulator;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request body, what the emulator makes of it, and which words of the description say so.
 *
 * @param title of the refusal; empty: accepted
 * @param invalid the parameters that the refusal names, {@code name: reason}
 * @param ground of the refusal: the schema, a sentence of the description's prose, or something outside of it
 */
record RequestCase(String name, Document body, String title, List<String> invalid, Ground ground) {

    enum Kind {
        /** the schema refuses the body */
        SCHEMA,
        /** the schema accepts it, a sentence in the description does not */
        PROSE,
        /** the description accepts it; the words tell what does not */
        ELSEWHERE
    }

    record Ground(Kind kind, String words) {}

    static RequestCase accepted(String name, Document body) {
        return new RequestCase(name, body, "", List.of(), new Ground(Kind.SCHEMA, ""));
    }

    static RequestCase refused(String name, Document body, String title, String... invalid) {
        return new RequestCase(name, body, title, List.of(invalid), new Ground(Kind.SCHEMA, ""));
    }

    RequestCase byProse(String sentence) {
        return new RequestCase(name, body, title, invalid, new Ground(Kind.PROSE, sentence));
    }

    RequestCase bySomethingElse(String what) {
        return new RequestCase(name, body, title, invalid, new Ground(Kind.ELSEWHERE, what));
    }

    boolean isAccepted() {
        return title.isEmpty();
    }

    /** The body with another value at a path; members on the way are made where they are missing. */
    static Document with(Document body, String path, String json) {
        String[] steps = path.split("[.]", 2);
        Map<String, Document> members = new LinkedHashMap<>(body.members().orElseThrow());
        if (steps.length == 1) {
            members.put(path, parse(json));
        } else {
            Document inner = members.getOrDefault(steps[0], parse("{}"));
            members.put(steps[0], with(inner, steps[1], json));
        }
        return new Document.Obj(members);
    }

    /** The body without what stands at a path. */
    static Document without(Document body, String path) {
        String[] steps = path.split("[.]", 2);
        Map<String, Document> members = new LinkedHashMap<>(body.members().orElseThrow());
        if (steps.length == 1) {
            members.remove(path);
        } else {
            members.put(steps[0], without(members.get(steps[0]), steps[1]));
        }
        return new Document.Obj(members);
    }

    static Document parse(String json) {
        try {
            return Json.parse(json);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A JSON string of so many times the same. */
    static String quoted(String unit, int times) {
        return "\"" + unit.repeat(times) + "\"";
    }

    @Override
    public String toString() {
        return name;
    }
}
