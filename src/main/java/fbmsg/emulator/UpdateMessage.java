package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.world.Entry;
import fbmsg.emulator.world.World;
import fbmsg.http.Reply;
import fbmsg.http.Request;

/** {@code PATCH /v1/messages/{id}}: the API has it for other channels, and says so of Messenger's messages. */
record UpdateMessage(World world) implements Api {
    private static final String ROOT = "/v1/messages/";

    @Override
    public boolean concerns(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public Reply answer(Request request, String requestId) throws Refused {
        if (!request.method().equals("PATCH")) {
            return Problem.wrongMethod(request.method(), Problem.PROBLEM_JSON, "PATCH", requestId);
        }
        new Credentials(world, Problem::wrongCredentials).token(request.headers());
        Body.mustBeJson(request);
        Body.object(request, where -> Problem.invalidJson(422, where));
        String id = request.pathOnly().substring(ROOT.length());
        boolean known =
                world.ledger().entries().stream().map(Entry::messageUuid).anyMatch(id::equals);
        return (known ? Problem.notForThisChannel() : Problem.notFound(request.pathOnly())).reply(requestId);
    }
}
