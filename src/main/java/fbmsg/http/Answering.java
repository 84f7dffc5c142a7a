package fbmsg.http;

import fbmsg.http.server.Answer;
import fbmsg.http.server.Place;
import fbmsg.http.server.Service;
import fbmsg.http.syntax.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a server is told to do by an {@link Exchange}: requests are made of what it read, answers of replies. */
final class Answering implements Service {
    private final Exchange exchange;
    private final OwnReplies own;
    private final Consumer<String> refusals;
    private final Consumer<Throwable> bugs;

    Answering(Exchange exchange, OwnReplies own, Consumer<String> refusals, Consumer<Throwable> bugs) {
        this.exchange = exchange;
        this.own = own;
        this.refusals = refusals;
        this.bugs = bugs;
    }

    @Override
    public Answer answer(RequestHead head, byte[] body, Place place) {
        try {
            Request request = new Request(head.method(), head.target(), headers(head.fields()), body);
            return new OutgoingReply(exchange.exchange(request.at(new PlaceTaken(place))));
        } catch (NotSent e) {
            return own(503, "try again later");
        } catch (Unanswered e) {
            return null;
        } catch (RuntimeException | Error e) {
            bug(e);
            return own(500, "internal error");
        }
    }

    /** The server knows nothing of requests, and whoever exchanges them nothing of the server. */
    private record PlaceTaken(Place place) implements Turn {
        @Override
        public void take(Runnable deed) {
            place.take(deed);
        }

        @Override
        public void pass() {
            place.pass();
        }
    }

    private static Headers headers(String[] namesAndValues) {
        List<Headers.Field> fields = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Headers.Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return Headers.of(fields);
    }

    @Override
    public Answer own(int status, String why) {
        try {
            Reply reply = own.reply(status, why);
            return new OutgoingReply(status == 503 ? reply.header("Retry-After", "1") : reply);
        } catch (RuntimeException e) {
            bug(e);
            return new OutgoingReply(Reply.of(status));
        }
    }

    @Override
    public void refused(String what) {
        try {
            refusals.accept(what);
        } catch (RuntimeException e) {
            bug(e);
        }
    }

    /** Whoever is told of bugs may have one. */
    @Override
    public void bug(Throwable bug) {
        try {
            bugs.accept(bug);
        } catch (RuntimeException | Error e) {
            // there is nobody left to be told
        }
    }
}
