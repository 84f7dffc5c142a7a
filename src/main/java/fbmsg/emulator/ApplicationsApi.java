package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.NewKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** The Applications API v2 (description 2.4.1), as far as it concerns messages; other capabilities are kept as they come. */
record ApplicationsApi(World world) implements Api {
    static final String ROOT = "/v2/applications";

    /** The description's example says 100, Vonage's own Java library asks for 1000. */
    private static final Paging PAGING = new Paging(ROOT, "page", 10, 1000);

    @Override
    public boolean concerns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public Reply answer(Request request, String requestId) throws Refused {
        new Credentials(world, reason -> ApplicationProblem.wrongCredentials()).basic(request.headers());
        ApplicationProblem.checkAccept(request.headers());
        String rest = request.pathOnly().substring(ROOT.length());
        return rest.isEmpty() || rest.equals("/")
                ? all(request, requestId)
                : one(request, rest.substring(1), requestId);
    }

    private Reply all(Request request, String requestId) throws Refused {
        return switch (request.method()) {
            case "GET", "HEAD" -> list(request);
            case "POST" -> create(request);
            default -> Problem.wrongMethod(request.method(), Problem.JSON, "GET, POST", requestId);
        };
    }

    private Reply one(Request request, String id, String requestId) throws Refused {
        Application application =
                world.applications().find(id).orElseThrow(() -> new Refused(ApplicationProblem.unknown(id)));
        return switch (request.method()) {
            case "GET", "HEAD" -> json(200, ApplicationForm.shown(application, Optional.empty()));
            case "PUT" -> update(request, application);
            case "DELETE" -> delete(application);
            default -> Problem.wrongMethod(request.method(), Problem.JSON, "GET, PUT, DELETE", requestId);
        };
    }

    private Reply list(Request request) throws Refused {
        Paging.Part<Application> part = PAGING.part(
                request, world.applications().all(), invalid -> ApplicationProblem.of("list-validation", invalid));
        List<Document> shown = part.items().stream()
                .map(application -> ApplicationForm.shown(application, Optional.empty()))
                .toList();
        return json(
                200,
                Document.object()
                        .with("page_size", part.size())
                        .with("page", part.number())
                        .with("total_items", part.total())
                        .with("total_pages", part.pages())
                        .with(
                                "_embedded",
                                Document.object()
                                        .with("applications", Document.of(shown))
                                        .build())
                        .with("_links", part.links())
                        .build());
    }

    private Reply create(Request request) throws Refused {
        Document body = ApplicationForm.read(request);
        Optional<RSAPublicKey> given = ApplicationForm.key(body);
        Optional<NewKey> made = given.isPresent() ? Optional.empty() : Optional.of(NewKey.generate());
        Application application = ApplicationForm.application(
                world.ids().message(),
                body,
                given.or(() -> made.map(NewKey::publicKey)).orElseThrow());
        world.applications().add(application);
        return json(201, ApplicationForm.shown(application, made.map(NewKey::privatePem)));
    }

    /** What is left out is gone, but for the key: without it the application could not be used any more. */
    private Reply update(Request request, Application known) throws Refused {
        Document body = ApplicationForm.read(request);
        Application updated = ApplicationForm.application(
                known.id(), body, ApplicationForm.key(body).orElse(known.key()));
        if (!world.applications().replace(updated)) {
            throw new Refused(ApplicationProblem.unknown(known.id()));
        }
        return json(200, ApplicationForm.shown(updated, Optional.empty()));
    }

    private Reply delete(Application application) {
        world.applications().remove(application.id());
        world.pages().unlink(application.id());
        return Reply.of(204);
    }

    private static Reply json(int status, Document body) {
        return Reply.json(status, JsonText.compact(body));
    }
}
