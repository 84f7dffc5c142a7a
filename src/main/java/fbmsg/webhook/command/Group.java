package fbmsg.webhook.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process and those that it has started. Where there is {@code setsid} it is started through it and is alone in a session of
 * its own: Ctrl-C does not reach it, and its group can be ended as a whole. Elsewhere its descendants are ended, those that
 * can still be found.
 */
final class Group {
    private static final long GRACE_MILLIS = 1000;
    private static final long GLANCE_MILLIS = 50;

    private final Process process;
    private final boolean ownSession;

    private Group(Process process, boolean ownSession) {
        this.process = process;
        this.ownSession = ownSession;
    }

    /**
     * @param builder all of the process but its command
     */
    static Group start(Program program, ProcessBuilder builder) throws IOException {
        Optional<Path> setsid = Program.find("setsid", program.searchPath());
        List<String> command = new ArrayList<>();
        setsid.ifPresent(path -> command.add(path.toString()));
        command.addAll(program.arguments());
        return new Group(builder.command(command).start(), setsid.isPresent());
    }

    Process process() {
        return process;
    }

    /** Asks all of them to end, and after a second ends those that have not. */
    void end() {
        List<ProcessHandle> descendants = process.descendants().toList();
        signal("TERM", descendants);
        boolean interrupted = Thread.interrupted(); // by whoever ends the run: what was started ends all the same
        try {
            awaitEnd(descendants);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        signal("KILL", descendants);
        process.destroyForcibly();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first may be gone at once, and those that it has started still be at what they do at their end. */
    private void awaitEnd(List<ProcessHandle> descendants) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        while (System.nanoTime() < end) {
            if (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                continue;
            }
            boolean some = ownSession ? signalGroup("0") : descendants.stream().anyMatch(ProcessHandle::isAlive);
            if (!some) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private void signal(String name, List<ProcessHandle> descendants) {
        if (ownSession && signalGroup(name)) {
            return;
        }
        boolean kill = name.equals("KILL");
        for (ProcessHandle descendant : descendants) {
            if (kill) {
                descendant.destroyForcibly();
            } else {
                descendant.destroy();
            }
        }
        process.destroy();
    }

    private boolean signalGroup(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return kill.onExit().get(GRACE_MILLIS, TimeUnit.MILLISECONDS).exitValue() == 0;
        } catch (Exception e) {
            return false; // then one by one
        }
    }
}
