package fbmsg.emulator;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.rules.Rules;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.Fault;
import fbmsg.emulator.world.Messenger;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sending by one version of the API: credentials, media type, pace, JSON, rules, in this order; then it is accepted.
 */
record SendMessage(Rules rules, World world) implements Api {

    @Override
    public boolean concerns(String path) {
        return path.equals("/" + rules.version().wire() + "/messages");
    }

    /** 202 with the message's id, or a {@link Problem}. */
    @Override
    public Reply answer(Request request, String requestId) throws Refused, Unanswered {
        if (!request.method().equals("POST")) {
            return Problem.wrongMethod(request.method(), Problem.PROBLEM_JSON, "POST", requestId);
        }
        Optional<Application> application = new Credentials(world, Problem::wrongCredentials).either(request.headers());
        if (application.filter(one -> one.callbacks().isEmpty()).isPresent()) {
            throw new Refused(Problem.unprovisioned());
        }
        Body.mustBeJson(request);
        Instant now = world.real().instant();
        Optional<Instant> free = world.pace().flatMap(pace -> pace.take(now));
        if (free.isPresent()) {
            return tooMany(world.pace().orElseThrow().most(), now, free.get(), requestId);
        }
        return take(rules.judge(Body.object(request, rules::notJson)), application, requestId);
    }

    private Reply take(Message message, Optional<Application> application, String requestId)
            throws Refused, Unanswered {
        boolean all = world.messenger().maySend(message.from(), application);
        for (Message other : message.failover().orElse(List.of())) {
            all &= world.messenger().maySend(other.from(), application);
        }
        if (!all) {
            throw new Refused(rules.notThisSender());
        }
        Optional<Fault> fault = world.faults().strike(Fault.Point.ANSWER, message.to());
        if (fault.filter(one -> one != Fault.UNANSWERED && one != Fault.LOST).isPresent()) {
            return refusal(fault.get(), requestId);
        }
        world.courier().awaitRoom();
        Messenger.Accepted accepted = world.messenger().accept(rules.version(), message, application);
        if (fault.equals(Optional.of(Fault.UNANSWERED))) {
            throw new Unanswered("the emulator closes the connection, as it was asked to", null);
        }
        if (fault.isPresent()) {
            return Problem.internal().reply(requestId);
        }
        return Reply.json(
                202,
                JsonText.compact(Document.object()
                        .with("message_uuid", accepted.messageUuid())
                        .with("workflow_id", accepted.workflowId())
                        .build()));
    }

    private Reply refusal(Fault fault, String requestId) {
        Instant now = world.real().instant();
        return switch (fault.number()) {
            case 401 ->
                Problem.wrongCredentials("the emulator was asked to refuse this")
                        .reply(requestId);
            case 402 -> Problem.lowBalance().reply(requestId);
            case 404 ->
                Problem.notFound("/" + rules.version().wire() + "/messages").reply(requestId);
            case 422 -> rules.notThisRecipient().reply(requestId);
            case 429 -> tooMany(1, now, now.plusSeconds(1), requestId);
            case 503 ->
                Problem.own(503, "the service is not available; try again later")
                        .reply(requestId);
            default -> Problem.internal().reply(requestId);
        };
    }

    /** The limit's time is in milliseconds, as in the description's example, though its text says a Unix timestamp. */
    private static Reply tooMany(int most, Instant now, Instant free, String requestId) {
        long seconds = Math.max(1, (Duration.between(now, free).toMillis() + 999) / 1000);
        return Problem.rateLimit()
                .reply(requestId)
                .header("Retry-After", String.valueOf(seconds))
                .header("X-RateLimit-Limit", String.valueOf(most))
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", String.valueOf(free.toEpochMilli()));
    }
}
