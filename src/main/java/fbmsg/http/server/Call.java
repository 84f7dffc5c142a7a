package fbmsg.http.server;

import fbmsg.http.syntax.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One request that came wholly: has it answered, writes the answer, and tells whether it has left. */
final class Call implements Runnable {
    private final Lending lending;
    private final Service service;
    private final InHand inHand;
    private final long patience;
    private final Connection connection;
    private final RequestHead head;
    private byte[] body;
    private final Place place;
    private final int reserved;

    private boolean placed = true;
    private boolean left;

    /** @param reserved how many of the bytes in hand are its own */
    Call(Lending lending, Connection connection, RequestHead head, byte[] body, Place place, int reserved) {
        this.lending = lending;
        this.service = lending.service();
        this.inHand = lending.inHand();
        this.patience = lending.patience();
        this.connection = connection;
        this.head = head;
        this.body = body;
        this.place = place;
        this.reserved = reserved;
    }

    @Override
    public void run() {
        Answer answer = null;
        Connection.Fate fate = Connection.Fate.DROPPED;
        try {
            answer = answer();
            if (answer != null) {
                fate = send(answer);
            }
        } catch (IOException e) {
            // the sender has gone, or was too slow; whether the answer left is all that matters
        } catch (RuntimeException | Error e) {
            service.bug(e); // out of memory, most likely: the thread would end in silence
        } finally {
            end(answer, fate);
        }
    }

    /** The notice last, as it may take its time; and then only what waits for the notice. */
    private void end(Answer answer, Connection.Fate fate) {
        if (placed) {
            inHand.freePlace();
        }
        lending.giveBack(connection, fate);
        if (answer != null) {
            tell(service, answer, left);
        }
        inHand.done();
    }

    private Answer answer() {
        try {
            return service.answer(head, body, place);
        } finally {
            place.pass();
            body = null;
            inHand.release(reserved);
        }
    }

    private Connection.Fate send(Answer answer) throws IOException {
        Thread.interrupted(); // who was interrupted has answered
        boolean kept = head.persistent() && !inHand.isRefusing();
        ReplyBytes bytes;
        try {
            bytes = ReplyBytes.of(answer, head, kept);
        } catch (IllegalArgumentException e) {
            service.bug(e);
            bytes = ReplyBytes.of(service.own(500, "internal error"), head, kept);
            write(bytes);
            return bytes.kept() ? Connection.Fate.KEPT : Connection.Fate.CLOSED;
        }
        if (bytes.streamed()) {
            stream(bytes, answer);
        } else {
            write(bytes);
        }
        left = true;
        return bytes.kept() ? Connection.Fate.KEPT : Connection.Fate.CLOSED;
    }

    private void write(ReplyBytes bytes) throws IOException {
        ByteBuffer start = bytes.start();
        ByteBuffer rest = bytes.rest();
        inHand.freePlace();
        placed = false;
        connection.answers();
        if (!connection.output.write(start) || !connection.output.write(rest)) {
            inHand.keepPlace();
            placed = true;
            connection.waitsForReader();
            connection.output.write(start, patience);
            connection.output.write(rest, patience);
        }
    }

    private void stream(ReplyBytes bytes, Answer answer) throws IOException {
        connection.output.write(bytes.start(), patience);
        try (StreamedBody out = new StreamedBody(connection.output, patience, bytes.chunked())) {
            answer.writeTo(out);
            out.finish();
        }
    }

    /** What is told may not hinder who tells it. */
    static void tell(Service service, Answer answer, boolean left) {
        try {
            answer.gone(left);
        } catch (RuntimeException | Error e) {
            service.bug(e);
        }
    }
}
