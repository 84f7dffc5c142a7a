package fbmsg.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Where the process begins, and the only place where it ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Host host =
                ThisMachine.host(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        System.exit(Fbmsg.run(host, args));
    }
}
