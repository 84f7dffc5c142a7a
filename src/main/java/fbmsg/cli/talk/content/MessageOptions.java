package fbmsg.cli.talk.content;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.catalogue.Tags;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.typed.Durations;
import fbmsg.config.Settings;
import fbmsg.message.Content;
import fbmsg.message.Terms;
import java.time.Duration;
import java.util.List;

/** What messages say and how they are sent; the same for whoever sends some. */
public final class MessageOptions {
    private final ContentOptions content;
    private final TermsOptions terms;
    private final Option<ApiVersion> api;
    private final Option<Duration> timeout;
    private final Flag dryRun;
    private final Flag json;

    public MessageOptions(Syntax command) {
        content = new ContentOptions(command);
        terms = new TermsOptions(command);
        api = command.choice("--api", "VERSION", new ApiName(), "v1 (default) or v0.1.");
        timeout = command.value(
                "--timeout",
                "DURATION",
                new Durations(),
                "How long a message may take, attempts and all (default: 30s).");
        dryRun = command.flag("--dry-run", "Show the request instead of sending it.");
        json = command.flag("--json", "Print records; errors as JSON too.");
    }

    public ContentOptions content() {
        return content;
    }

    /** What is to be said, of one message or several. */
    public List<Content> contents(Session session) {
        return content.read(session, terms.lengths());
    }

    /** One content, or the parts of a text that is to be split. */
    public List<Content> parts(Content one) {
        return content.splits() ? ContentOptions.parts(one) : List.of(one);
    }

    /** A tag that is likely to fail is warned of. */
    public Terms terms(Session session) {
        Terms given = terms.terms(version());
        if (given.purpose().isPresent()) {
            given.purpose().get().tag().flatMap(Tags::warning).ifPresent(session::warn);
        }
        return given;
    }

    public boolean dryRun() {
        return dryRun.isGiven();
    }

    public boolean json() {
        return json.isGiven();
    }

    public ApiVersion version() {
        return api.or(ApiVersion.V1);
    }

    /** Of one message, attempts and all. */
    public Duration timeout() {
        Duration limit = timeout.or(Duration.ofSeconds(30));
        if (limit.isZero()) {
            throw Failure.usage("--timeout 0 leaves no time for a request", "give for example 30s");
        }
        return limit;
    }

    public Messenger messenger(Session session, Settings settings) {
        return Messenger.of(session, settings, version(), timeout(), !dryRun());
    }
}
