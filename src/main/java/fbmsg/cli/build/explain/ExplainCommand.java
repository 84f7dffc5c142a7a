package fbmsg.cli.build.explain;

import fbmsg.Failure;
import fbmsg.catalogue.Catalogue;
import fbmsg.catalogue.Entry;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import java.util.List;

/** Says what an error code or message tag means, whether to send again, and what to do. */
public final class ExplainCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "explain", "Say what an error code means and what to do.")
            .footer(
                    "",
                    "CODE is an HTTP status of the API, the code of a status webhook, the type or title of an error "
                            + "(a URL up to its #fragment may stand before), or a message tag. The API's two lists of "
                            + "errors have some numbers in common and do not mean the same by them: both are shown.",
                    "",
                    "Needs no network and no settings. A code that is not known is exit 65.",
                    "",
                    "Examples:",
                    "  fbmsg explain 1340",
                    "  fbmsg explain '#low-balance'",
                    "  fbmsg explain https://developer.vonage.com/api-errors/messages#1120",
                    "  fbmsg explain ACCOUNT_UPDATE",
                    "  fbmsg explain --all",
                    "  fbmsg explain --all --json");

    private final Option<String> code = syntax.optionalArgument("CODE", "What the error or the webhook says.");
    private final Flag all = syntax.flag("--all", "List all codes and tags.");
    private final Flag json = syntax.flag("--json", "Print JSON: one object a code.");

    public ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        if (code.isGiven() == all.isGiven()) {
            throw Failure.usage(
                    all.isGiven() ? "a code and --all exclude each other" : "no code is given",
                    "give one, for example 1340, or --all");
        }
        session.printer().text(all.isGiven() ? everything() : one(code.required()));
        return Exit.OK;
    }

    private String everything() {
        if (!json.isGiven()) {
            return ExplainTable.text();
        }
        StringBuilder records = new StringBuilder();
        Catalogue.codes().forEach(each -> records.append(ExplainRecord.line(each, Catalogue.find(each))));
        return records.toString();
    }

    /**
     * @throws Failure if nothing is known of it
     */
    private String one(String typed) {
        if (typed.isBlank()) {
            throw Failure.data("the code is empty", "give one, for example 1340, or --all");
        }
        List<Entry> found = Catalogue.find(typed);
        if (found.isEmpty()) {
            throw Failure.data("nothing is known of the code '" + typed + "'", suggestion(Catalogue.nearest(typed)));
        }
        return json.isGiven() ? ExplainRecord.line(typed, found) : ExplainText.of(found);
    }

    private static String suggestion(List<String> nearest) {
        String meant = String.join(", ", nearest);
        int last = meant.lastIndexOf(", ");
        if (last > 0) {
            meant = meant.substring(0, last) + " or " + meant.substring(last + 2);
        }
        return (meant.isEmpty() ? "" : "did you mean " + meant + "? ") + "see: fbmsg explain --all";
    }
}
