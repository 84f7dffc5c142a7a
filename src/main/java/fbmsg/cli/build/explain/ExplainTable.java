package fbmsg.cli.build.explain;

import fbmsg.catalogue.ApiError;
import fbmsg.catalogue.ApiErrors;
import fbmsg.catalogue.DeliveryError;
import fbmsg.catalogue.DeliveryErrors;
import fbmsg.catalogue.Retry;
import fbmsg.catalogue.Tag;
import fbmsg.catalogue.Tags;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The whole catalogue, a line or two each: code, whether to send again, title. */
final class ExplainTable {
    private static final int CODE = 28;
    private static final int RETRY = 11;

    private ExplainTable() {}

    static String text() {
        StringBuilder table = new StringBuilder("Answered at once: the HTTP status, and the kinds of some\n\n");
        row(table, "CODE", "RETRY", "TITLE");
        for (ApiError error : ApiErrors.all()) {
            row(table, code(error), error.retry(), error.title());
        }
        table.append("\nTold later: the code of a status webhook\n\n");
        deliveries(table, DeliveryError::messenger);
        table.append("\nTold later, of other channels than Messenger\n\n");
        deliveries(table, error -> !error.messenger());
        table.append("\nMessage tags\n\n");
        row(table, "TAG", "STATE", "SINCE");
        for (Tag tag : Tags.all()) {
            String state = tag.state().name().toLowerCase(Locale.ROOT);
            row(table, tag.code(), state, tag.since().map(Object::toString).orElse("-"));
        }
        return table.toString();
    }

    private static String code(ApiError error) {
        StringBuilder code = new StringBuilder(error.isKind() ? " " : error.code());
        error.fragments().forEach(fragment -> code.append(" #").append(fragment));
        return code.toString();
    }

    private static void deliveries(StringBuilder table, Predicate<DeliveryError> which) {
        List<DeliveryError> errors = DeliveryErrors.all().stream().filter(which).toList();
        row(table, "CODE", "RETRY", "TITLE");
        errors.forEach(error -> row(table, error.code(), error.retry(), error.title()));
    }

    private static void row(StringBuilder table, String code, Retry retry, String title) {
        row(table, code, retry.words(), title);
    }

    private static void row(StringBuilder table, String code, String state, String text) {
        table.append(Wrapped.of("  " + Wrapped.padded(code, CODE) + "  " + Wrapped.padded(state, RETRY) + "  ", text));
    }
}
