package fbmsg.cli.talk.listen;

import fbmsg.Failure;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.webhook.Filter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which events are handed on, and what becomes of the rest. */
final class FilterOptions {
    private final Option<Filter.Kind> event;
    private final Option<String> type;
    private final Option<String> user;
    private final Option<Boolean> unmatched;

    FilterOptions(Syntax command) {
        event = command.choice(
                "--event", "KIND", new EventName(), "What to take: inbound (default: messages), status, or any.");
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

    /** A kind of event as typed. */
    static final class EventName implements ITypeConverter<Filter.Kind>, Iterable<String> {
        @Override
        public Filter.Kind convert(String typed) {
            return Arrays.stream(Filter.Kind.values())
                    .filter(kind -> name(kind).equals(typed))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("'" + typed + "' is none of inbound, status and any"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Filter.Kind.values()).map(EventName::name).iterator();
        }

        private static String name(Filter.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
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
