package fbmsg.http;

import fbmsg.http.server.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** A reply as a server writes it. */
final class OutgoingReply implements Answer {
    private final Reply reply;
    private final List<Headers.Field> fields;

    OutgoingReply(Reply reply) {
        this.reply = Objects.requireNonNull(reply, "the reply");
        this.fields = reply.headers().fields();
    }

    @Override
    public int status() {
        return reply.status();
    }

    @Override
    public int fields() {
        return fields.size();
    }

    @Override
    public String name(int field) {
        return fields.get(field).name();
    }

    @Override
    public String value(int field) {
        return fields.get(field).value();
    }

    @Override
    public byte[] body() {
        return reply.body();
    }

    @Override
    public boolean streamed() {
        return reply.stream() != Reply.Stream.NONE;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        reply.stream().writeTo(out);
    }

    @Override
    public void gone(boolean left) {
        reply.departure().done(left);
    }
}
