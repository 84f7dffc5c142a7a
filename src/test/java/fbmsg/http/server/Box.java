package fbmsg.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fbmsg.http.syntax.RequestHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A server under test with a clock that stands still, and all that it was asked and told. */
final class Box implements Service, AutoCloseable {
    static final Limits USUAL = Limits.usual(1 << 20, 8L << 20, 64, Duration.ofSeconds(60));

    /** What becomes of a request: its method, target and body. */
    interface Answers {
        String to(RequestHead head, String body) throws Exception;
    }

    final LinkedBlockingQueue<Boolean> departures = new LinkedBlockingQueue<>();
    final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    volatile Consumer<String> telling = refusals::add;
    final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final List<Visitor> visitors = new ArrayList<>();
    private final Answers answers;
    private final int port;
    final Server server;

    Box(Limits limits, Answers answers) throws IOException {
        this.answers = answers;
        ServerSocketChannel door = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0), 1024);
        this.port = door.socket().getLocalPort();
        this.server = Server.open(List.of(door), limits, this, nanos::get);
    }

    /** One that answers with what it was asked. */
    static Box echoing(Limits limits) throws IOException {
        return new Box(limits, (head, body) -> head.method() + " " + head.target() + " " + body);
    }

    int port() {
        return port;
    }

    /** Is closed with the server. */
    Visitor visitor() throws IOException {
        Visitor visitor = new Visitor(port);
        visitors.add(visitor);
        return visitor;
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        server.look();
    }

    static Limits limits(int head, int heads, int body, long bodies, int requests, int connections) {
        return new Limits(new Limits.Sizes(head, 200, heads, body, bodies), requests, connections, USUAL.times());
    }

    @Override
    public Answer answer(RequestHead head, byte[] body, Place place) {
        try {
            String text = answers.to(head, new String(body, ISO_8859_1));
            return text == null ? null : new Text(200, text, departures);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Answer own(int status, String why) {
        return new Text(status, why, new LinkedBlockingQueue<>());
    }

    @Override
    public void refused(String what) {
        telling.accept(what);
    }

    @Override
    public void bug(Throwable bug) {
        bugs.add(bug);
    }

    @Override
    public void close() throws IOException {
        server.close(Duration.ZERO);
        for (Visitor visitor : visitors) {
            visitor.close();
        }
    }

    /** Plain text, without header fields. */
    record Text(int status, String text, Queue<Boolean> departures) implements Answer {
        @Override
        public int fields() {
            return 0;
        }

        @Override
        public String name(int field) {
            throw new IndexOutOfBoundsException(field);
        }

        @Override
        public String value(int field) {
            throw new IndexOutOfBoundsException(field);
        }

        @Override
        public byte[] body() {
            return text.getBytes(ISO_8859_1);
        }

        @Override
        public boolean streamed() {
            return false;
        }

        @Override
        public void writeTo(OutputStream out) {
            throw new IllegalStateException("not streamed");
        }

        @Override
        public void gone(boolean left) {
            departures.add(left);
        }
    }
}
