package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Binding;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is not of Vonage's, under {@code /emulator/}: being the users, moving the clock, having things go wrong, and seeing
 * what happened.
 */
record Control(World world, WriteAsUser asUser, ArmFaults faults) implements Api {
    private static final String ROOT = "/emulator/";
    private static final Pattern MESSAGES_OF_USER = Pattern.compile("/emulator/users/([^/]+)/messages");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd]?)");

    /**
     * @param page to which users write where nothing else is said
     */
    Control(World world, String page) {
        this(world, new WriteAsUser(world.messenger(), page), new ArmFaults(world.faults()));
    }

    @Override
    public boolean concerns(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public Reply answer(Request request, String requestId) throws Refused {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        boolean empty = request.body().length == 0;
        String path = request.pathOnly();
        if (!reads && !(empty && path.equals("/emulator/reset") && hasNoType(request))) {
            Body.mustBeJson(request);
        }
        Matcher user = MESSAGES_OF_USER.matcher(path);
        String method = reads ? "GET" : request.method();
        return user.matches()
                ? only("POST", request, requestId, () -> asUser.write(user.group(1), request))
                : switch (path) {
                    case "/emulator/messages" -> only("GET", request, requestId, this::messages);
                    case "/emulator/webhooks" -> only("GET", request, requestId, this::webhooks);
                    case "/emulator/events" -> only("GET", request, requestId, this::events);
                    case "/emulator/reset" -> only("POST", request, requestId, this::reset);
                    case "/emulator/clock" ->
                        method.equals("GET") ? clock() : only("POST", request, requestId, () -> advance(request));
                    case "/emulator/faults" ->
                        switch (method) {
                            case "GET" -> faults.listed();
                            case "DELETE" -> faults.disarm();
                            default -> only("POST", request, requestId, () -> faults.arm(request));
                        };
                    default -> throw new Refused(Problem.notFound(path));
                };
    }

    /** The body of a reset may be empty; but a form, which a page elsewhere could send, is none. */
    private static boolean hasNoType(Request request) {
        return request.headers().mediaType().isEmpty();
    }

    private interface Answer {
        Reply get() throws Refused;
    }

    private static Reply only(String method, Request request, String requestId, Answer answer) throws Refused {
        String asked = request.method().equals("HEAD") ? "GET" : request.method();
        return asked.equals(method)
                ? answer.get()
                : Problem.wrongMethod(request.method(), Problem.PROBLEM_JSON, method, requestId);
    }

    /** What was accepted from pages, and what became of it. */
    private Reply messages() {
        return Reply.json(200, Binding.write(new SentMessage.Listing(SentMessage.all(world.ledger()))) + "\n");
    }

    /** Every webhook that is remembered, with its attempts. */
    private Reply webhooks() {
        List<Document> shown =
                world.courier().deliveries().stream().map(Delivery::shown).toList();
        return json(200, Document.object().with("webhooks", Document.of(shown)).build());
    }

    private Reply events() {
        return world.feed().stream()
                .orElseGet(() -> Problem.own(503, "too many look on; close another page of the emulator's")
                        .reply(world.ids().request()));
    }

    private Reply reset() {
        world.reset();
        return Reply.of(204);
    }

    private Reply clock() {
        return json(
                200,
                Document.object()
                        .with("now", world.clock().instant().toString())
                        .build());
    }

    /** {@code {"advance":"25h"}}: a number of seconds, or with s, m, h or d. */
    private Reply advance(Request request) throws Refused {
        Document body = body(request, Set.of("advance"));
        Matcher typed = DURATION.matcher(body.textOrNumber("advance").orElse(""));
        if (!typed.matches() || !world.advance(duration(typed))) {
            throw new Refused(Problem.wrongControl(
                    "give advance as a number of seconds, or with s, m, h or d, for example \"25h\"; no more than 100 "
                            + "years in all"));
        }
        return clock();
    }

    private static Duration duration(Matcher typed) {
        long count = Long.parseLong(typed.group(1));
        return switch (typed.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofSeconds(count);
        };
    }

    /** A slip of the pen must not be taken for nothing. */
    static Document body(Request request, Set<String> known) throws Refused {
        Document body = Body.object(request, where -> Problem.invalidJson(400, where));
        Optional<String> other = body.members().orElseThrow().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst();
        if (other.isPresent()) {
            throw new Refused(Problem.wrongControl("there is no " + other.get() + " here; known are "
                    + String.join(", ", known.stream().sorted().toList())));
        }
        return body;
    }

    static Reply json(int status, Document body) {
        return Reply.json(status, JsonText.compact(body) + "\n");
    }
}
