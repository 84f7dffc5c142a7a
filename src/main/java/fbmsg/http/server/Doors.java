package fbmsg.http.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Takes new connections. Where the system has no more of them, those that nobody needs make room. */
final class Doors {
    private static final int AT_ONCE = 64;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Loop loop;
    private final Service service;
    private final List<ServerSocketChannel> doors;
    private boolean told;
    private boolean shut;
    private long shutSince;

    Doors(Loop loop, Service service, List<ServerSocketChannel> doors) {
        this.loop = loop;
        this.service = service;
        this.doors = doors;
    }

    void open(Selector selector) throws IOException {
        for (ServerSocketChannel door : doors) {
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
        }
    }

    void accept(SelectionKey door) {
        for (int i = 0; i < AT_ONCE; i++) {
            SocketChannel channel;
            try {
                channel = ((ServerSocketChannel) door.channel()).accept();
            } catch (IOException e) {
                outOfConnections(e);
                return;
            }
            if (channel == null) {
                return;
            }
            welcome(channel, door.selector());
        }
    }

    private void welcome(SocketChannel channel, Selector selector) {
        loop.makeRoom();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            Connection connection = new Connection(channel, key);
            key.attach(connection);
            loop.join(connection);
        } catch (IOException e) {
            close(channel);
        }
    }

    /** Trying again at once would keep a processor busy, and help nobody. */
    private void outOfConnections(IOException e) {
        if (!told) {
            told = true;
            service.refused("a connection could not be taken: " + e.getMessage());
        }
        loop.dropOldest();
        shut = true;
        shutSince = loop.now();
        interest(loop.selector(), 0);
    }

    void expire(long now) {
        if (shut && now - shutSince >= PAUSE_NANOS) {
            shut = false;
            interest(loop.selector(), SelectionKey.OP_ACCEPT);
        }
    }

    long untilDue(long now, long otherwise) {
        return shut ? Math.min(otherwise, Math.max(0, PAUSE_NANOS - (now - shutSince))) : otherwise;
    }

    private void interest(Selector selector, int operations) {
        for (ServerSocketChannel door : doors) {
            door.keyFor(selector).interestOps(operations);
        }
    }

    void close() {
        doors.forEach(Doors::close);
    }

    private static void close(java.nio.channels.Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // there is nothing that it could still lose
        }
    }
}
