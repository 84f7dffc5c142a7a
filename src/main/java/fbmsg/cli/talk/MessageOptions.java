package fbmsg.cli.talk;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.cli.Session;
import fbmsg.cli.typed.Durations;
import fbmsg.config.Settings;
import fbmsg.message.Category;
import fbmsg.message.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a message says and how it is sent; the same for whoever sends one. */
final class MessageOptions {
    @Option(names = "--text", paramLabel = "TEXT", description = "The text, at most 640 characters.")
    String text;

    @Option(
            names = "--text-file",
            paramLabel = "FILE",
            description = "The text from a file, or '-' for standard input; one final newline is dropped.")
    String textFile;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            converter = CategoryName.class,
            completionCandidates = CategoryName.class,
            description = "response (the API's default), update, or message_tag.")
    Category category;

    @Option(names = "--tag", paramLabel = "TAG", description = "With message_tag: why, outside the 24-hour window.")
    String tag;

    @Option(
            names = "--client-ref",
            paramLabel = "REF",
            description = "Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40).")
    String clientRef;

    @Option(
            names = "--api",
            paramLabel = "VERSION",
            converter = ApiName.class,
            completionCandidates = ApiName.class,
            description = "v1 (default) or v0.1.")
    ApiVersion api = ApiVersion.V1;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long one request may take (default: 30s).")
    Duration timeout = Duration.ofSeconds(30);

    @Option(names = "--dry-run", description = "Show the request instead of sending it.")
    boolean dryRun;

    @Option(names = "--json", description = "Print records; errors as JSON too.")
    boolean json;

    public boolean dryRun() {
        return dryRun;
    }

    public boolean json() {
        return json;
    }

    public boolean claimsStdin() {
        return "-".equals(textFile);
    }

    public boolean hasContent() {
        return text != null || textFile != null;
    }

    public Optional<String> clientRef() {
        return Optional.ofNullable(clientRef);
    }

    public Messenger messenger(Session session, Settings settings) {
        if (timeout.isZero()) {
            throw Failure.usage("--timeout 0 leaves no time for a request", "give for example 30s");
        }
        return Messenger.of(session, settings, api, timeout);
    }

    /** Empty: the API's default. */
    public Optional<Purpose> purpose() {
        if (category == Category.MESSAGE_TAG && (tag == null || tag.isBlank())) {
            throw Failure.usage(
                    "--category message_tag needs a --tag", "give for example --tag CONFIRMED_EVENT_UPDATE");
        }
        if (tag != null && category != Category.MESSAGE_TAG) {
            throw Failure.usage("--tag goes with --category message_tag only", "add it, or leave --tag out");
        }
        return Optional.ofNullable(category).map(c -> new Purpose(c, Optional.ofNullable(tag)));
    }

    static final class CategoryName implements ITypeConverter<Category>, Iterable<String> {
        @Override
        public Category convert(String typed) {
            return Category.of(typed)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + typed + "' is none of response, update and message_tag"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Category.values()).map(Category::wire).iterator();
        }
    }

    static final class ApiName implements ITypeConverter<ApiVersion>, Iterable<String> {
        @Override
        public ApiVersion convert(String typed) {
            return Arrays.stream(ApiVersion.values())
                    .filter(version -> version.wire().equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + typed + "' is neither v1 nor v0.1"));
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("v1", "v0.1").iterator();
        }
    }
}
