package fbmsg.cli.talk;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
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
import picocli.CommandLine.TypeConversionException;

/** What a message says and how it is sent; the same for whoever sends one. */
final class MessageOptions {
    private final Option<String> text;
    private final Option<String> textFile;
    private final Option<Category> category;
    private final Option<String> tag;
    private final Option<String> clientRef;
    private final Option<ApiVersion> api;
    private final Option<Duration> timeout;
    private final Flag dryRun;
    private final Flag json;

    MessageOptions(Syntax command) {
        text = command.text("--text", "TEXT", "The text, at most 640 characters.");
        textFile = command.text(
                "--text-file",
                "FILE",
                "The text from a file, or '-' for standard input; one final newline is dropped.");
        category = command.choice(
                "--category", "CATEGORY", new CategoryName(), "response (the API's default), update, or message_tag.");
        tag = command.text("--tag", "TAG", "With message_tag: why, outside the 24-hour window.");
        clientRef = command.text(
                "--client-ref",
                "REF",
                "Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40).");
        api = command.choice("--api", "VERSION", new ApiName(), "v1 (default) or v0.1.");
        timeout = command.value(
                "--timeout", "DURATION", new Durations(), "How long one request may take (default: 30s).");
        dryRun = command.flag("--dry-run", "Show the request instead of sending it.");
        json = command.flag("--json", "Print records; errors as JSON too.");
    }

    public Optional<String> text() {
        return text.value();
    }

    public Optional<String> textFile() {
        return textFile.value();
    }

    public boolean dryRun() {
        return dryRun.isGiven();
    }

    public boolean json() {
        return json.isGiven();
    }

    public boolean claimsStdin() {
        return textFile.or("").equals("-");
    }

    public boolean hasContent() {
        return text.isGiven() || textFile.isGiven();
    }

    public Optional<String> clientRef() {
        return clientRef.value();
    }

    public Messenger messenger(Session session, Settings settings) {
        Duration limit = timeout.or(Duration.ofSeconds(30));
        if (limit.isZero()) {
            throw Failure.usage("--timeout 0 leaves no time for a request", "give for example 30s");
        }
        return Messenger.of(session, settings, api.or(ApiVersion.V1), limit, !dryRun());
    }

    /** Empty: the API's default. */
    public Optional<Purpose> purpose() {
        boolean tagged = category.value().equals(Optional.of(Category.MESSAGE_TAG));
        if (tagged && tag.or("").isBlank()) {
            throw Failure.usage(
                    "--category message_tag needs a --tag", "give for example --tag CONFIRMED_EVENT_UPDATE");
        }
        if (tag.isGiven() && !tagged) {
            throw Failure.usage("--tag goes with --category message_tag only", "add it, or leave --tag out");
        }
        return category.value().map(c -> new Purpose(c, tag.value()));
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
