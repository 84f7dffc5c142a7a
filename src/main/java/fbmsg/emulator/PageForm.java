package fbmsg.emulator;

import fbmsg.emulator.rules.Inspection;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.rules.Rule;
import fbmsg.emulator.world.Account;
import fbmsg.emulator.world.Page;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.util.Optional;

/** A page as it stands in requests and answers. */
final class PageForm {
    private static final Rule LINKS = value -> value.items()
                    .filter(ids -> ids.size() <= 1
                            && ids.stream().allMatch(id -> id.string().isPresent()))
                    .isPresent()
            ? Optional.empty()
            : Optional.of("Must be an array of at most one application id.");

    private PageForm() {}

    /**
     * @param whole whether it is to be made, and needs all that a page must have
     */
    static Document read(Request request, boolean whole) throws Refused {
        Document body = body(request);
        Inspection inspection = new Inspection(body);
        if (whole) {
            inspection.required("external_id", Rule.characters(1, 50)).required("access_token", Rule.filled());
        }
        check(inspection
                .optional("access_token", Rule.filled())
                .optional("name", Rule.string())
                .optional("applications", LINKS));
        return body;
    }

    private static Document body(Request request) throws Refused {
        Body.mustBeJson(request);
        Body.mustBeSmall(request);
        return Body.object(request, PageProblem::notJson);
    }

    private static void check(Inspection inspection) throws Refused {
        if (!inspection.invalid().isEmpty()) {
            throw new Refused(PageProblem.invalid(inspection.invalid()));
        }
    }

    /** Which application is to be linked. */
    static String application(Request request) throws Refused {
        Document body = body(request);
        check(new Inspection(body).required("application", Rule.filled()));
        return body.text("application").orElseThrow();
    }

    static Document shown(Page page, Account account) {
        return Document.object()
                .with("provider", "messenger")
                .with("external_id", page.id())
                .with("name", page.name())
                .with("api_key", account.key())
                .with(
                        "applications",
                        Document.of(
                                page.application().stream().map(Document::of).toList()))
                .with("access_token", page.token())
                .build();
    }
}
