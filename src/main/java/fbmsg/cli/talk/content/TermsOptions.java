package fbmsg.cli.talk.content;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.EnumWord;
import fbmsg.message.Callback;
import fbmsg.message.Category;
import fbmsg.message.Lengths;
import fbmsg.message.Purpose;
import fbmsg.message.Terms;
import java.util.List;
import java.util.Optional;

/** On what terms messages are sent. */
final class TermsOptions {
    private final Option<Category> category;
    private final Option<String> tag;
    private final Option<String> clientRef;
    private final Option<String> webhookUrl;
    private final Option<ApiVersion> webhookVersion;
    private final Flag unchecked;

    TermsOptions(Syntax command) {
        category = command.choice(
                "--category",
                "CATEGORY",
                new EnumWord<>(List.of(Category.values())),
                "response (the API's default), update, or message_tag.");
        tag = command.text("--tag", "TAG", "With message_tag: why, outside the 24-hour window.");
        clientRef = command.text(
                "--client-ref",
                "REF",
                "Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40).");
        webhookUrl = command.text(
                "--webhook-url", "URL", "Where this message's statuses go, instead of the application's URL.");
        webhookVersion =
                command.choice("--webhook-version", "VERSION", new ApiName(), "Form of its statuses: v1 or v0.1.");
        unchecked = command.flag("--unchecked", "Leave the lengths of text, reference and URL to the API.");
    }

    public Lengths lengths() {
        return unchecked.isGiven() ? Lengths.LEFT_TO_THE_API : Lengths.HELD;
    }

    /**
     * @throws Failure if they contradict each other, or the API's version has no such thing
     * @throws fbmsg.message.InvalidMessage if one is too long
     */
    public Terms terms(ApiVersion api) {
        if (api == ApiVersion.V0_1 && (webhookUrl.isGiven() || webhookVersion.isGiven())) {
            throw Failure.usage(
                    "--webhook-url and --webhook-version exist in v1 only", "leave out --api v0.1, or leave them out");
        }
        return new Terms(
                purpose(),
                clientRef.value(),
                new Callback(webhookUrl.value(), webhookVersion.value().map(ApiVersion::wire)),
                lengths());
    }

    /** Empty: the API's default. */
    private Optional<Purpose> purpose() {
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
}
