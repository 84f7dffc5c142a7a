package fbmsg.emulator;

import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Router;
import fbmsg.http.Unanswered;
import fbmsg.json.Binding;
import java.time.Clock;
import java.util.List;
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

    /**
     * @param applications who may send; no two with the same id
     * @param clock for the dates of tokens and of acceptance
     * @param ids gives a new UUID each time: one for every request, then one for the message if it is accepted
     */
    public Emulator(List<Application> applications, Clock clock, Supplier<String> ids) {
        Applications known = new Applications(applications);
        this.ids = ids;
        this.sendV1 = new SendMessage(new RulesV1(), known, ledger, clock, ids);
        this.sendV01 = new SendMessage(new RulesV01(), known, ledger, clock, ids);
    }

    /** Every answer has an {@code X-Request-Id}, which is also the trace id of an error. */
    @Override
    public Reply exchange(Request request) throws NotSent, Unanswered {
        String requestId = ids.get();
        return routes(request, requestId).exchange(request).header("X-Request-Id", requestId);
    }

    /** Made for each request, so that each answer, the 404 too, carries its own trace id. */
    private Router routes(Request request, String requestId) {
        return new Router(Problem.notFound(request.pathOnly()).reply(requestId))
                .on("POST", "/v1/messages", sent -> sendV1.answer(sent, requestId))
                .on("POST", "/v0.1/messages", sent -> sendV01.answer(sent, requestId))
                .on("GET", "/emulator/messages", asked -> accepted());
    }

    /** What was accepted, in that order. */
    public List<SentMessage> sent() {
        return SentMessage.all(ledger);
    }

    /** Not part of the API: for whoever wants to see what was sent. */
    private Reply accepted() {
        return Reply.json(200, Binding.write(new SentMessage.Listing(sent())) + "\n");
    }
}
