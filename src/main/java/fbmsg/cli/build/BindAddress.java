package fbmsg.cli.build;

import fbmsg.Failure;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a server listens, as it was typed.
 *
 * @param loopback whether only this machine reaches it
 * @param any whether it is every address of this machine
 */
record BindAddress(String typed, boolean loopback, boolean any) {

    /**
     * @throws Failure if there is no such address
     */
    static BindAddress of(String typed) {
        try {
            InetAddress address = InetAddress.getByName(typed);
            return new BindAddress(typed, address.isLoopbackAddress(), address.isAnyLocalAddress());
        } catch (UnknownHostException e) {
            throw Failure.unreachable("there is no address " + typed, "give --bind an address of this machine");
        }
    }

    /** What programs of this machine call it. */
    String host() {
        if (any) {
            return "127.0.0.1";
        }
        return typed.indexOf(':') < 0 ? typed : "[" + typed + "]";
    }
}
