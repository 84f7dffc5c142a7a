package fbmsg.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON by the names of their components, in snake_case and in order; an empty {@code Optional} is left out, times
 * are RFC 3339.
 *
 * <p>By jackson-databind: for the resources of a server. It takes longer to start than a whole command may; what a command
 * reads and writes goes through {@link Json} and {@link JsonText}.
 */
public final class Binding {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Binding() {}

    /** On one line. */
    public static String write(Record resource) {
        return MAPPER.writeValueAsString(resource);
    }
}
