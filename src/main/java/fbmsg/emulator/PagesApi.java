package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.Page;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The API that links pages to applications (External Accounts, description 0.1.5), for Messenger. */
record PagesApi(World world) implements Api {
    private static final String ROOT = "/beta/chatapp-accounts";
    private static final Paging PAGING = new Paging(ROOT, "page_number", 20, 1000);
    private static final List<String> PROVIDERS = List.of("messenger", "viber_service_msg", "whatsapp");

    @Override
    public boolean concerns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public Reply answer(Request request, String requestId) throws Refused {
        new Credentials(world, PageProblem::unauthorised).either(request.headers());
        String[] steps = request.pathOnly()
                .substring(ROOT.length())
                .replaceFirst("^/", "")
                .split("/", -1);
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Paging.decoded(steps[i]).orElseThrow(() -> new Refused(PageProblem.notFound()));
        }
        if (steps.length == 1 && steps[0].isEmpty()) {
            return method.equals("GET")
                    ? list(request)
                    : Problem.wrongMethod(request.method(), Problem.PROBLEM_JSON, "GET", requestId);
        }
        if (!PROVIDERS.contains(steps[0]) || steps.length > 4 || steps.length > 2 && !steps[2].equals("applications")) {
            throw new Refused(PageProblem.notFound());
        }
        boolean messenger = steps[0].equals("messenger");
        if (steps.length == 1 && messenger) {
            return method.equals("POST")
                    ? create(request)
                    : Problem.wrongMethod(request.method(), Problem.PROBLEM_JSON, "POST", requestId);
        }
        Page page = Optional.of(messenger)
                .filter(yes -> yes && steps.length > 1)
                .flatMap(yes -> world.pages().find(steps[1]))
                .orElseThrow(() -> new Refused(PageProblem.notFound()));
        return switch (steps.length + " " + method) {
            case "2 GET" -> json(200, page);
            case "2 PATCH" -> change(request, page);
            case "2 DELETE" -> delete(page);
            case "3 POST" -> link(request, page);
            case "4 DELETE" -> unlink(page, steps[3]);
            default ->
                Problem.wrongMethod(
                        request.method(),
                        Problem.PROBLEM_JSON,
                        List.of("GET, PATCH, DELETE", "POST", "DELETE").get(steps.length - 2),
                        requestId);
        };
    }

    private Reply list(Request request) throws Refused {
        Optional<String> provider = Paging.parameter(request, "provider");
        if (provider.filter(name -> !PROVIDERS.contains(name)).isPresent()) {
            throw new Refused(PageProblem.invalid(List.of(
                    new Problem.InvalidParameter("provider", "Must be one of " + String.join(", ", PROVIDERS)))));
        }
        boolean messenger = provider.orElse("messenger").equals("messenger");
        Paging.Part<Page> part =
                PAGING.part(request, messenger ? world.pages().all() : List.of(), PageProblem::invalid);
        return Reply.json(
                200,
                JsonText.compact(Document.object()
                        .with("page_number", part.number())
                        .with("page_size", part.size())
                        .with(
                                "_embedded",
                                Document.of(part.items().stream()
                                        .map(page -> PageForm.shown(page, world.account()))
                                        .toList()))
                        .with("_links", part.links())
                        .build()));
    }

    private Reply create(Request request) throws Refused {
        Document body = PageForm.read(request, true);
        String id = body.text("external_id").orElseThrow();
        boolean added = world.pages()
                .add(id, body.text("name"), body.text("access_token").orElseThrow(), linked(body));
        if (!added) {
            throw new Refused(PageProblem.invalid(
                    List.of(new Problem.InvalidParameter("external_id", "'external_id' exists already"))));
        }
        return json(201, world.pages().find(id).orElseThrow());
    }

    /** A new token is a new consent of the page's owner. */
    private Reply change(Request request, Page page) throws Refused {
        Document body = PageForm.read(request, false);
        if (body.member("external_id")
                .filter(id -> !id.equals(Document.of(page.id())))
                .isPresent()) {
            throw new Refused(PageProblem.invalid(
                    List.of(new Problem.InvalidParameter("external_id", "'external_id' parameter cannot be changed"))));
        }
        Optional<String> token = body.text("access_token");
        boolean links = body.member("applications").isPresent();
        Optional<String> application = linked(body);
        return json(
                200,
                changed(
                        page,
                        known -> new Page(
                                known.id(),
                                body.text("name").or(known::name),
                                token.orElse(known.token()),
                                links ? application : known.application(),
                                token.isPresent() ? world.clock().instant() : known.consented())));
    }

    private Reply delete(Page page) {
        world.pages().remove(page.id());
        return Reply.of(204);
    }

    private Reply link(Request request, Page page) throws Refused {
        String application = linkable(PageForm.application(request));
        if (!world.pages().link(page.id(), application)) {
            throw new Refused(PageProblem.conflict("Unable to link application"));
        }
        return json(200, page.linkedTo(Optional.of(application)));
    }

    private Reply unlink(Page page, String application) throws Refused {
        if (!world.pages().unlink(page.id(), application)) {
            throw new Refused(PageProblem.conflict("Unable to unlink application"));
        }
        return Reply.of(204);
    }

    private Page changed(Page page, UnaryOperator<Page> change) throws Refused {
        return world.pages().change(page.id(), change).orElseThrow(() -> new Refused(PageProblem.notFound()));
    }

    private Optional<String> linked(Document body) throws Refused {
        Optional<String> id = body.text("applications.0");
        return id.isPresent() ? Optional.of(linkable(id.get())) : Optional.empty();
    }

    private String linkable(String application) throws Refused {
        world.applications()
                .find(application)
                .flatMap(Application::callbacks)
                .orElseThrow(() -> new Refused(PageProblem.forbidden("Cannot link application")));
        return application;
    }

    private Reply json(int status, Page page) {
        return Reply.json(status, JsonText.compact(PageForm.shown(page, world.account())));
    }
}
