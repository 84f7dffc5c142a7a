package fbmsg.cli.build.explain;

import fbmsg.catalogue.ApiError;
import fbmsg.catalogue.ApiErrors;
import fbmsg.catalogue.DeliveryError;
import fbmsg.catalogue.Entry;
import fbmsg.catalogue.Tag;
import java.util.List;
import java.util.Locale;

/** Entries of the catalogue as a person reads them: a heading each, and under it what it means and what to do. */
final class ExplainText implements Entry.Cases<String> {
    private ExplainText() {}

    /**
     * @param entries one or more
     */
    static String of(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        if (entries.size() > 1) {
            text.append("It means ").append(entries.size()).append(" things: it depends on where you met it.\n\n");
        }
        ExplainText cases = new ExplainText();
        return text.append(String.join(
                        "\n", entries.stream().map(entry -> entry.match(cases)).toList()))
                .toString();
    }

    @Override
    public String apiError(ApiError error) {
        StringBuilder text = new StringBuilder(Wrapped.of("", heading(error) + ": " + error.title()))
                .append("answered at once, HTTP ")
                .append(error.status())
                .append(error.fragments().isEmpty() ? "" : ", type #" + String.join(" or #", error.fragments()))
                .append('\n')
                .append(Wrapped.of("  means   ", error.meaning()))
                .append(Wrapped.of("  retry   ", error.retry().words()))
                .append(end(error));
        List<ApiError> kinds = error.isKind() ? List.of() : ApiErrors.kinds(error.status());
        if (!kinds.isEmpty()) {
            text.append("\n  its kinds, by the end of the error's type (fbmsg explain KIND):\n");
        }
        int width = kinds.stream().mapToInt(kind -> kind.code().length()).max().orElse(0);
        for (ApiError kind : kinds) {
            text.append(Wrapped.of("    #" + Wrapped.padded(kind.code(), width) + "  ", kind.title()));
        }
        return text.toString();
    }

    @Override
    public String deliveryError(DeliveryError error) {
        return Wrapped.of("", error.code() + ": " + error.title())
                + "told later, by a status webhook" + (error.messenger() ? "" : "; not of Messenger") + "\n"
                + Wrapped.of("  means   ", error.meaning())
                + Wrapped.of("  retry   ", error.retry().words())
                + end(error);
    }

    @Override
    public String tag(Tag tag) {
        String state = tag.state().name().toLowerCase(Locale.ROOT);
        return tag.code() + "\n"
                + "message tag, "
                + (tag.state() == Tag.State.UNKNOWN ? "not known to be usable" : state)
                + tag.since().map(day -> " since " + day).orElse("") + "\n"
                + Wrapped.of("  means   ", tag.meaning())
                + end(tag);
    }

    /** A number that is a kind would else look like a code of webhooks. */
    private static String heading(ApiError error) {
        return error.isKind() ? error.status() + " #" + error.code() : error.code();
    }

    private static String end(Entry entry) {
        return Wrapped.of("  next    ", entry.next()) + Wrapped.of("  source  ", entry.source());
    }
}
