package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.RulesV01;
import fbmsg.emulator.rules.RulesV1;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.Ledger;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Router;
import fbmsg.http.Unanswered;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Messages API for Messenger, in a box: it answers as the published descriptions say, and keeps what it accepts.
 *
 * <p>Safe for many threads, if the ids are.
 */
public final class Emulator implements Exchange {
    private final Supplier<String> ids;
    private final Ledger ledger = new Ledger(Ledger.MOST);
    private final SendMessage sendV1;
    private final SendMessage sendV01;
    private final Control control;

    /** With nobody who writes. */
    public Emulator(List<Application> applications, Clock clock, Supplier<String> ids) {
        this(applications, Optional.empty(), clock, ids);
    }

    /**
     * @param applications who may send; no two with the same id
     * @param users who may write, if anybody
     * @param clock for the dates of tokens and of acceptance
     * @param ids gives a new UUID each time: one for every request, then one for the message if it is accepted
     */
    public Emulator(List<Application> applications, Optional<Users> users, Clock clock, Supplier<String> ids) {
        Applications known = new Applications(applications);
        this.ids = ids;
        this.sendV1 = new SendMessage(new RulesV1(), known, ledger, users, clock, ids);
        this.sendV01 = new SendMessage(new RulesV01(), known, ledger, users, clock, ids);
        this.control = new Control(ledger, users);
    }

    /** Every answer has an {@code X-Request-Id}, which is also the trace id of an error. */
    @Override
    public Reply exchange(Request request) throws NotSent, Unanswered {
        String requestId = ids.get();
        return answer(request, requestId).header("X-Request-Id", requestId);
    }

    private Reply answer(Request request, String requestId) throws NotSent, Unanswered {
        Optional<Problem> stranger = Neighbourhood.stranger(request.headers());
        if (stranger.isPresent()) {
            return stranger.get().reply(requestId);
        }
        return Control.concerns(request)
                ? control.answer(request, requestId)
                : routes(request, requestId).exchange(request);
    }

    /** Made for each request, so that each answer, the 404 too, carries its own trace id. */
    private Router routes(Request request, String requestId) {
        return new Router(Problem.notFound(request.pathOnly()).reply(requestId))
                .on("POST", "/v1/messages", sent -> sendV1.answer(sent, requestId))
                .on("POST", "/v0.1/messages", sent -> sendV01.answer(sent, requestId));
    }

    /** What was accepted, in that order. */
    public List<SentMessage> sent() {
        return SentMessage.all(ledger);
    }
}
