package fbmsg;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A published API description: its schemas judge documents, its prose can be searched. */
public final class Description {
    /** Only a name for the validator, which takes the format from its ending. */
    private static final String IRI = "https://localhost/description.yml";

    private final String text;
    private final SchemaRegistry schemas;

    /**
     * @param file in {@link #folder}
     */
    public Description(String file) {
        try {
            this.text = Files.readString(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(IRI, text)));
    }

    /** Where the descriptions lie: beside the project, not in it. */
    public static Path folder() {
        return Path.of(System.getProperty("user.dir"), "..", "shared", "openapi")
                .normalize();
    }

    /** What the schema at a JSON pointer says against a document: nothing, if it accepts it. */
    public List<String> objections(String pointer, String json) {
        return schemas.getSchema(SchemaLocation.of(IRI + "#" + pointer)).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Whether these words stand in it; line breaks do not matter. */
    public boolean says(String words) {
        return text.replaceAll("\\s+", " ").contains(words);
    }
}
