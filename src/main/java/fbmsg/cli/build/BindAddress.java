package fbmsg.cli.build;

import fbmsg.Failure;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a server listens.
 *
 * @param host what programs of this machine call it: a number, as it stands in URLs
 * @param loopback whether only this machine reaches it
 * @param any whether it is every address of this machine
 */
record BindAddress(String typed, String host, boolean loopback, boolean any) {

    /**
     * @throws Failure if there is no such address
     */
    static BindAddress of(String typed) {
        try {
            InetAddress address = InetAddress.getByName(typed);
            boolean any = address.isAnyLocalAddress();
            boolean loopback = address.isLoopbackAddress();
            return new BindAddress(typed, any ? "127.0.0.1" : host(address), loopback, any);
        } catch (UnknownHostException e) {
            throw Failure.unreachable("there is no address " + typed, "give --bind an address of this machine");
        }
    }

    private static String host(InetAddress address) {
        if (address instanceof Inet6Address) {
            return address.isLoopbackAddress()
                    ? "[::1]"
                    : "[" + address.getHostAddress().replaceAll("%.*", "") + "]";
        }
        return address.getHostAddress();
    }
}
