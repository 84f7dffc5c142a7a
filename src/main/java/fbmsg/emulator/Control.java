package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.world.Fault;
import fbmsg.emulator.world.Faults;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Binding;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is not of Vonage's, under {@code /emulator/}: being the users, moving the clock, having things go wrong, and seeing
 * what happened.
 *
 * @param page to which users write where nothing else is said
 */
record Control(World world, String page) implements Api {
    private static final String ROOT = "/emulator/";
    private static final Pattern MESSAGES_OF_USER = Pattern.compile("/emulator/users/([^/]+)/messages");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd]?)");
    private static final int LONGEST_ID = 50;
    private static final int LONGEST_TEXT = 2_000;

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
                ? only("POST", request, requestId, () -> write(user.group(1), request))
                : switch (path) {
                    case "/emulator/messages" -> only("GET", request, requestId, this::messages);
                    case "/emulator/webhooks" -> only("GET", request, requestId, this::webhooks);
                    case "/emulator/events" -> only("GET", request, requestId, this::events);
                    case "/emulator/reset" -> only("POST", request, requestId, this::reset);
                    case "/emulator/clock" ->
                        method.equals("GET") ? clock() : only("POST", request, requestId, () -> advance(request));
                    case "/emulator/faults" ->
                        method.equals("GET") ? faults(200) : only("POST", request, requestId, () -> arm(request));
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
                : Problem.wrongMethod(request.method()).reply(requestId).header("Allow", method);
    }

    /** {@code {"text":"…"}}, or {@code image}, {@code audio}, {@code video} or {@code file} with a URL; {@code page}. */
    private Reply write(String path, Request request) throws Refused {
        String psid = decoded(path);
        Map<String, Document> members = body(request).members().orElseThrow();
        List<MessageType> types = Arrays.stream(MessageType.values())
                .filter(type -> members.containsKey(type.wire()))
                .toList();
        Optional<String> to = Optional.of(page);
        if (members.containsKey("page")) {
            to = members.get("page").string().filter(id -> isBetween(id, LONGEST_ID));
        }
        Optional<String> content = types.size() == 1
                ? members.get(types.get(0).wire()).string().filter(said -> isBetween(said, LONGEST_TEXT))
                : Optional.empty();
        if (content.isEmpty() || to.isEmpty() || !isBetween(psid, LONGEST_ID)) {
            throw new Refused(
                    Problem.wrongControl("give one of text, image, audio, video and file, as a string of 1 to "
                            + LONGEST_TEXT + " characters; page, if given, and the user's id are strings of 1 to "
                            + LONGEST_ID
                            + " characters"));
        }
        String messageUuid = world.messenger().write(psid, to.get(), types.get(0), content.get());
        return json(202, Document.object().with("message_uuid", messageUuid).build());
    }

    private static String decoded(String step) throws Refused {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Problem.wrongControl("the user's id has a % that begins no escape"));
        }
    }

    private static boolean isBetween(String text, int longest) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= longest;
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
        Document body = body(request);
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

    /** {@code {"fault":"429"}}, and if wanted {@code times} and {@code user}. */
    private Reply arm(Request request) throws Refused {
        Document body = body(request);
        Optional<Fault> fault = body.textOrNumber("fault").flatMap(Fault::named);
        Optional<String> times = body.member("times").isPresent() ? body.textOrNumber("times") : Optional.of("1");
        boolean counts = times.filter(count -> count.matches("[1-9][0-9]{0,5}")).isPresent();
        boolean anybody = body.member("user").isEmpty();
        if (fault.isEmpty() || !counts || !anybody && body.text("user").isEmpty()) {
            throw new Refused(Problem.wrongControl(
                    "give fault as one of the names that GET /emulator/faults lists; times, if given, from 1 to 999999; "
                            + "user, if given, as a string"));
        }
        world.faults().arm(new Faults.Armed(fault.get(), body.text("user"), Integer.parseInt(times.get())));
        return faults(201);
    }

    /** What is armed, and every fault that could be. */
    private Reply faults(int status) {
        List<Document> armed = world.faults().armed().stream()
                .map(one -> Document.object()
                        .with("fault", one.fault().name())
                        .with("times", one.times())
                        .with("user", one.user())
                        .build())
                .toList();
        List<Document> known = Fault.ALL.stream()
                .map(fault -> Document.object()
                        .with("fault", fault.name())
                        .with("effect", fault.effect())
                        .with("user", fault.recipient())
                        .build())
                .toList();
        return json(
                status,
                Document.object()
                        .with("armed", Document.of(armed))
                        .with("known", Document.of(known))
                        .build());
    }

    private static Document body(Request request) throws Refused {
        return Body.object(request, where -> Problem.invalidJson(400, where));
    }

    private static Reply json(int status, Document body) {
        return Reply.json(status, JsonText.compact(body) + "\n");
    }
}
