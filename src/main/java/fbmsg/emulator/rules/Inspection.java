package fbmsg.emulator.rules;

import fbmsg.json.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A look over one request, which notes each member that is missing or breaks its rule: once, in the order of the checks. */
public final class Inspection {
    private final Document body;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    public Inspection(Document body) {
        this.body = body;
    }

    /**
     * @param path member names joined by dots
     */
    public Inspection required(String path, Rule rule) {
        return check(path, rule, Optional.of("is required."));
    }

    public Inspection optional(String path, Rule rule) {
        return check(path, rule, Optional.empty());
    }

    public List<Problem.InvalidParameter> invalid() {
        return reasons.entrySet().stream()
                .map(noted -> new Problem.InvalidParameter(noted.getKey(), noted.getValue()))
                .toList();
    }

    private Inspection check(String path, Rule rule, Optional<String> ifAbsent) {
        Optional<String> holder = brokenHolder(path);
        if (holder.isPresent()) {
            reasons.putIfAbsent(holder.get(), "Must be an object.");
        } else {
            body.at(path).map(rule::brokenBy).orElse(ifAbsent).ifPresent(reason -> reasons.putIfAbsent(path, reason));
        }
        return this;
    }

    /** The outermost value on the way to a path that is there but can hold no member. */
    private Optional<String> brokenHolder(String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String holder = path.substring(0, dot);
            if (body.at(holder).filter(value -> value.members().isEmpty()).isPresent()) {
                return Optional.of(holder);
            }
        }
        return Optional.empty();
    }
}
