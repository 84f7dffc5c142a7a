package fbmsg.cli;

import fbmsg.cli.startup.Archives;

/** Where the process begins, and the only place where it ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Archives.keep(System.getProperty("fbmsg.archives"));
        System.exit(Fbmsg.run(ThisMachine.host(), args));
    }
}
