package fbmsg.http;

/** The request surely was not taken: no connection, or it broke before the request was wholly written. */
public sealed class NotSent extends Exception permits ProxyTrouble {
    private static final long serialVersionUID = 1L;

    private final boolean connected;

    public NotSent(boolean connected, String what, Throwable cause) {
        super(what, cause);
        this.connected = connected;
    }

    /** Whether there was a connection at all; where there was none, the address or the network is wrong. */
    public boolean connected() {
        return connected;
    }
}
