package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.rules.RulesV01;
import fbmsg.emulator.rules.RulesV1;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.emulator.world.Account;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.Ids;
import fbmsg.emulator.world.World;
import fbmsg.http.Exchange;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Vonage, Facebook and the users in a box: it answers as the published descriptions say, and remembers.
 *
 * <p>Safe for many threads, if the ids are.
 */
public final class Emulator implements Exchange {
    private final World world;
    private final Neighbourhood neighbourhood;

    /** Of Vonage's; what else is served is the emulator's own. */
    private final List<Api> vonage;

    private final List<Api> own;

    /** The API for messages, for applications that are known, and nobody on the other side. */
    public Emulator(List<Application> applications, Clock clock, Supplier<String> ids) {
        this(alone(applications, clock, ids), Neighbourhood.HERE, "0");
    }

    /**
     * @param page to which users write where nothing else is said
     */
    public Emulator(World world, Neighbourhood neighbourhood, String page) {
        this.world = world;
        this.neighbourhood = neighbourhood;
        this.vonage = List.of(
                new SendMessage(new RulesV1(), world),
                new SendMessage(new RulesV01(), world),
                new UpdateMessage(world),
                new ApplicationsApi(world),
                new PagesApi(world));
        this.own = List.of(new ChatPage(), new Control(world, page));
    }

    private static World alone(List<Application> applications, Clock clock, Supplier<String> ids) {
        Account.Callbacks nowhere = new Account.Callbacks(Optional.empty(), Optional.empty(), Version.V1);
        Courier courier = Courier.idle();
        WebhookSigner signer = new WebhookSigner("", Optional.empty(), Optional.empty(), clock, ids);
        return new World(
                new Account("", "", nowhere),
                applications,
                List.of(),
                courier,
                signer,
                clock,
                Ids.from(ids),
                Optional.empty());
    }

    /** Every answer has an {@code X-Request-Id}, which is also the trace id of an error. */
    @Override
    public Reply exchange(Request request) throws Unanswered {
        String requestId = world.ids().request();
        String path = request.pathOnly();
        Optional<Api> mine = own.stream().filter(api -> api.concerns(path)).findFirst();
        if (mine.isPresent()) {
            return answer(mine.get(), request, requestId);
        }
        Api api = vonage.stream().filter(one -> one.concerns(path)).findFirst().orElse(Nothing.HERE);
        try {
            Reply reply = answer(api, request, requestId);
            world.traffic().request(request, Optional.of(reply));
            return reply;
        } catch (Unanswered e) {
            world.traffic().request(request, Optional.empty());
            throw e;
        }
    }

    private Reply answer(Api api, Request request, String requestId) throws Unanswered {
        Reply reply;
        try {
            neighbourhood.check(request.headers());
            reply = api.answer(request, requestId);
        } catch (Refused e) {
            reply = e.problem().reply(requestId);
        }
        return reply.header("X-Request-Id", requestId);
    }

    /** How the listener before it answers what it does not hand on. */
    public static Reply ownReply(int status, String why) {
        String requestId = UUID.randomUUID().toString();
        return Problem.own(status, why).reply(requestId).header("X-Request-Id", requestId);
    }

    /** What was accepted, in that order. */
    public List<SentMessage> sent() {
        return SentMessage.all(world.ledger());
    }

    /** Where nothing is. */
    private enum Nothing implements Api {
        HERE;

        @Override
        public boolean concerns(String path) {
            return true;
        }

        @Override
        public Reply answer(Request request, String requestId) throws Refused {
            throw new Refused(Problem.notFound(request.pathOnly()));
        }
    }
}
