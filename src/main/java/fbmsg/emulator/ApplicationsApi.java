package fbmsg.emulator;

import fbmsg.Failure;
import fbmsg.emulator.rules.Inspection;
import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.rules.Rule;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.NewKey;
import fbmsg.jwt.PublicKeyFile;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** The Applications API v2 (description 2.4.1), as far as it concerns messages; other capabilities are kept as they come. */
record ApplicationsApi(World world) implements Api {
    private static final String ROOT = "/v2/applications";

    /** The description's example says 100, Vonage's own Java library asks for 1000. */
    private static final Paging PAGING = new Paging(ROOT, "page", 10, 1000);

    private static final Rule POST = value ->
            value.string().filter("POST"::equals).isPresent() ? Optional.empty() : Optional.of("must be one of: POST");

    @Override
    public boolean concerns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public Reply answer(Request request, String requestId) throws Refused {
        new Credentials(world, reason -> ApplicationProblem.wrongCredentials()).basic(request.headers());
        ApplicationProblem.checkAccept(request.headers());
        String rest = request.pathOnly().substring(ROOT.length());
        return rest.isEmpty() || rest.equals("/") ? all(request) : one(request, rest.substring(1));
    }

    private Reply all(Request request) throws Refused {
        return switch (request.method()) {
            case "GET", "HEAD" -> list(request);
            case "POST" -> create(request);
            default -> throw new Refused(ApplicationProblem.wrongMethod(request.method()));
        };
    }

    private Reply one(Request request, String id) throws Refused {
        Application application =
                world.applications().find(id).orElseThrow(() -> new Refused(ApplicationProblem.unknown(id)));
        return switch (request.method()) {
            case "GET", "HEAD" -> json(200, shown(application, Optional.empty()));
            case "PUT" -> update(request, application);
            case "DELETE" -> delete(application);
            default -> throw new Refused(ApplicationProblem.wrongMethod(request.method()));
        };
    }

    private Reply list(Request request) throws Refused {
        Paging.Part<Application> part = PAGING.part(
                request, world.applications().all(), invalid -> ApplicationProblem.of("list-validation", invalid));
        List<Document> shown = part.items().stream()
                .map(application -> shown(application, Optional.empty()))
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
        Document body = read(request);
        Optional<RSAPublicKey> given = key(body);
        Optional<NewKey> made = given.isPresent() ? Optional.empty() : Optional.of(NewKey.generate());
        Application application = application(
                world.ids().message(),
                body,
                given.or(() -> made.map(NewKey::publicKey)).orElseThrow());
        world.applications().put(application);
        return json(201, shown(application, made.map(NewKey::privatePem)));
    }

    /** What is left out is gone, but for the key: without it the application could not be used any more. */
    private Reply update(Request request, Application known) throws Refused {
        Document body = read(request);
        Application updated = application(known.id(), body, key(body).orElse(known.key()));
        world.applications().put(updated);
        return json(200, shown(updated, Optional.empty()));
    }

    private Reply delete(Application application) {
        world.applications().remove(application.id());
        world.pages().unlink(application.id());
        return Reply.of(204);
    }

    private static Document read(Request request) throws Refused {
        Body.mustBeJson(request);
        Document body = Body.object(request, where -> Problem.invalidJson(400, where));
        String webhooks = "capabilities.messages.webhooks.";
        Inspection inspection = new Inspection(body)
                .required("name", Rule.filled())
                .optional("keys", Rule.object())
                .optional("keys.public_key", Rule.string())
                .optional("capabilities", Rule.object())
                .optional("capabilities.messages", Rule.object())
                .optional("capabilities.messages.version", Rule.oneOf(Version.names()))
                .optional("capabilities.messages.webhooks", Rule.object());
        for (String url : List.of("inbound_url", "status_url")) {
            inspection
                    .optional(webhooks + url, Rule.object())
                    .optional(webhooks + url + ".address", Rule.url())
                    .optional(webhooks + url + ".http_method", POST);
        }
        inspection.optional("privacy", Rule.object()).optional("privacy.improve_ai", Rule.yesOrNo());
        if (!inspection.invalid().isEmpty()) {
            throw new Refused(ApplicationProblem.of("payload-validation", inspection.invalid()));
        }
        return body;
    }

    private static Optional<RSAPublicKey> key(Document body) throws Refused {
        Optional<String> pem = body.text("keys.public_key");
        try {
            return pem.map(text -> PublicKeyFile.read(text, "of the request"));
        } catch (Failure e) {
            throw new Refused(ApplicationProblem.of(
                    "payload-validation",
                    List.of(new Problem.InvalidParameter(
                            "keys.public_key", "Must be an RSA public key in PEM form."))));
        }
    }

    private static Application application(String id, Document body, RSAPublicKey key) {
        boolean improveAi = body.at("privacy.improve_ai")
                .map(value -> value.equals(Document.of(true)))
                .orElse(true);
        return new Application(
                id,
                body.text("name").orElseThrow(),
                key,
                body.member("capabilities").orElse(Document.object().build()),
                improveAi);
    }

    private static Document shown(Application application, Optional<String> privatePem) {
        return Document.object()
                .with("id", application.id())
                .with("name", application.name())
                .with(
                        "keys",
                        Document.object()
                                .with("public_key", PublicKeyFile.print(application.key()))
                                .with("private_key", privatePem)
                                .build())
                .with("capabilities", application.capabilities())
                .with(
                        "privacy",
                        Document.object()
                                .with("improve_ai", Document.of(application.improveAi()))
                                .build())
                .with(
                        "_links",
                        Document.object()
                                .with("self", Paging.link(ROOT + "/" + application.id()))
                                .build())
                .build();
    }

    private static Reply json(int status, Document body) {
        return Reply.json(status, JsonText.compact(body));
    }
}
