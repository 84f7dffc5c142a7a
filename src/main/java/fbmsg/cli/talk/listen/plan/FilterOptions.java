package fbmsg.cli.talk.listen.plan;

import fbmsg.Failure;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.EnumWord;
import fbmsg.webhook.Filter;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which events are handed on, and what becomes of the rest. */
public final class FilterOptions {
    private final Option<Filter.Kind> event;
    private final Option<String> type;
    private final Option<String> user;
    private final Option<Boolean> unmatched;

    public FilterOptions(Syntax command) {
        event = command.choice(
                "--event",
                "KIND",
                new EnumWord<>(List.of(Filter.Kind.values())),
                "What to take: inbound (default: messages), status, or any.");
        type = command.text("--type", "TYPE", "Only messages of a type: text, image, audio, video, file, unsupported.");
        user = command.text("--from-user", "PSID", "Only this user: who wrote, or who was written to.");
        unmatched = command.choice(
                "--unmatched",
                "STATUS",
                new AnswerName(),
                "Answer to what is not taken: 200, or 503 to have it again (default: 503 for messages, 200 for statuses).");
    }

    public Filter filter() {
        Filter.Kind kind = event.or(Filter.Kind.INBOUND);
        if (type.isGiven() && kind == Filter.Kind.STATUS) {
            throw Failure.usage("--type and --event status exclude each other", "statuses have no type");
        }
        for (Option<String> given : List.of(type, user)) {
            if (given.isGiven() && given.required().isBlank()) {
                throw Failure.usage(
                        (given == type ? "--type" : "--from-user") + " is empty", "leave it out, or give one");
            }
        }
        return new Filter(kind, type.value(), user.value(), unmatched.value());
    }

    /** 200 or 503: whether it comes again. */
    static final class AnswerName implements ITypeConverter<Boolean>, Iterable<String> {
        @Override
        public Boolean convert(String typed) {
            if (!typed.equals("200") && !typed.equals("503")) {
                throw new TypeConversionException("'" + typed + "' is neither 200 nor 503");
            }
            return typed.equals("503");
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("200", "503").iterator();
        }
    }
}
