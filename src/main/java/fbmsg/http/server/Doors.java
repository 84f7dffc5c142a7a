package fbmsg.http.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Takes new connections. Where the system has no more of them, those that nobody needs make room. */
final class Doors {
    private static final int AT_ONCE = 64;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Loop loop;
    private final Lending lending;
    private final Watch watch;
    private final List<ServerSocketChannel> doors;
    private final List<SelectionKey> keys = new ArrayList<>();
    private String trouble;
    private boolean told;
    private boolean shut;
    private long shutSince;

    Doors(Loop loop, Lending lending, Watch watch, List<ServerSocketChannel> doors) {
        this.loop = loop;
        this.lending = lending;
        this.watch = watch;
        this.doors = doors;
    }

    void open(Selector selector) throws IOException {
        for (ServerSocketChannel door : doors) {
            door.configureBlocking(false);
            keys.add(door.register(selector, SelectionKey.OP_ACCEPT));
        }
    }

    /**
     * The JDK takes two files for itself when a socket is closed for the first time. Where there are none left by then, it
     * never can close one again.
     */
    void closeOnce() {
        try {
            SocketChannel.open().close();
        } catch (IOException e) {
            lending.service().bug(e);
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
        loop.makeRoomForOne();
        if (trouble != null && !told) {
            told = true; // now that there is room: a class that is to be loaded may need a file
            lending.tell(trouble);
        }
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

    /** Where none can be given up, trying again at once would keep a processor busy, and help nobody. */
    private void outOfConnections(IOException e) {
        if (trouble == null) {
            trouble = "a connection could not be taken: " + e.getMessage();
        }
        if (!loop.needsFewerConnections()) {
            shut = true;
            shutSince = watch.now();
            interest(0);
        }
    }

    void expire(long now) {
        if (shut && now - shutSince >= PAUSE_NANOS) {
            shut = false;
            interest(SelectionKey.OP_ACCEPT);
        }
    }

    long untilDue(long now, long otherwise) {
        return shut ? Math.min(otherwise, Math.max(0, PAUSE_NANOS - (now - shutSince))) : otherwise;
    }

    private void interest(int operations) {
        for (SelectionKey key : keys) {
            key.interestOps(operations);
        }
    }

    void close() {
        for (ServerSocketChannel door : doors) {
            close(door);
        }
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // there is nothing that it could still lose
        }
    }
}
