package fbmsg.http;

import java.time.Duration;

/** How exchanges with far sides are had: over sockets in the real program, in memory in a test. */
@FunctionalInterface
public interface Connections {
    /**
     * @param timeout of each exchange, from connecting to the reply's last byte
     * @param offline whether only this machine may be connected to
     * @throws fbmsg.Failure if the destination is refused
     */
    Connection open(Destination destination, Duration timeout, boolean offline);
}
