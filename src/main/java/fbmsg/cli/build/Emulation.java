package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Exit;
import fbmsg.cli.Host;
import fbmsg.cli.PassingFile;
import fbmsg.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of {@code emulate}: the files that it needs, what it says, and their end. */
final class Emulation {
    private static final String MARK = "# written by fbmsg emulate, and removed when it ends; process ";

    /** By value they would contradict the paths; the profile is another's. Empty is as if not set, in fish too. */
    private static final String WHAT_CONTRADICTS =
            "export FBMSG_PRIVATE_KEY='' FBMSG_SIGNATURE_SECRET='' FBMSG_API_SECRET='' FBMSG_PROFILE=''\n";

    private final Session session;
    private final int port;
    private final EmulatorPlan plan;
    private final Optional<String> portFile;
    private final Optional<String> envFile;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private boolean ended;

    Emulation(Session session, int port, EmulatorPlan plan, Optional<String> portFile, Optional<String> envFile) {
        this.session = session;
        this.port = port;
        this.plan = plan;
        this.portFile = portFile;
        this.envFile = envFile;
    }

    @SuppressWarnings("try") // the guard only has to stand
    Exit run() {
        CountDownLatch end = new CountDownLatch(1);
        try (EmulatedVonage vonage = EmulatedVonage.open(session.host(), session::bug, port, plan);
                Host.Guard guard = session.host().endings().onEnd(() -> {
                    vonage.drain();
                    removeFiles();
                    end.countDown();
                })) {
            String settings = settings(vonage, folder());
            envFile.ifPresent(file -> settingsFile(file, settings));
            // the last: whoever waits for it finds the rest
            portFile.ifPresent(file -> passing(file, vonage.port() + "\n", "[0-9]{1,5}\n"));
            session.printer().line(vonage.url());
            plan.bind().filter(bind -> !bind.loopback()).ifPresent(bind -> warn(bind, vonage.port()));
            session.note("to use it, paste this into a shell:");
            session.lines(settings.stripTrailing());
            end.await();
            return Exit.OK;
        } catch (InterruptedException e) {
            return Exit.INTERRUPTED;
        } finally {
            removeFiles();
        }
    }

    private void warn(BindAddress bind, int port) {
        session.warn("whoever reaches port " + port + " of " + (bind.any() ? "this machine" : bind.typed())
                + " can see the emulator's messages and traffic, tokens included, write as its users, and have it post to the URLs of its "
                + "webhooks; stop it with Ctrl-C, or leave out --bind, if that is not what you want");
    }

    private String settings(EmulatedVonage vonage, Path folder) {
        Path key = secretFile(folder.resolve("private.key"), vonage.privatePem());
        Path secret = secretFile(folder.resolve("signature.secret"), plan.signatureSecret() + "\n");
        Path apiSecret = secretFile(folder.resolve("api.secret"), plan.account().secret() + "\n");
        Map<String, String> variables = new TreeMap<>(Map.of(
                "FBMSG_API_URL", vonage.url(),
                "FBMSG_APPLICATION_ID", vonage.applicationId(),
                "FBMSG_PRIVATE_KEY_PATH", key.toString(),
                "FBMSG_SIGNATURE_SECRET_PATH", secret.toString(),
                "FBMSG_API_KEY", plan.account().key(),
                "FBMSG_API_SECRET_PATH", apiSecret.toString(),
                "FBMSG_PAGE_ID", EmulatedVonage.PAGE));
        StringBuilder text = new StringBuilder(WHAT_CONTRADICTS);
        variables.forEach((name, value) -> text.append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        return text.toString();
    }

    private Path folder() {
        try {
            Path folder = Files.createTempDirectory("fbmsg-emulator-");
            atEnd(() -> PassingFile.delete(folder));
            return folder;
        } catch (IOException e) {
            throw Failure.notWritten(
                    "the folder of the emulator's key could not be made: " + e.getMessage(),
                    "check the folder for temporary files",
                    e);
        }
    }

    private Path secretFile(Path file, String text) {
        atEnd(PassingFile.write(file, text, "")::close);
        return file;
    }

    /** One of an emulator that still runs is left: else its users would go on with another one's settings. */
    private void settingsFile(String typed, String settings) {
        Matcher mark = Pattern.compile("(?s)" + MARK + "([0-9]{1,18})\\n.*").matcher(content(typed));
        long self = ProcessHandle.current().pid();
        if (mark.matches()) {
            long other = Long.parseLong(mark.group(1));
            if (other != self && ProcessHandle.of(other).isPresent()) {
                throw Failure.notWritten(
                        "the file " + typed + " is of another fbmsg emulate, process " + other + ", which still runs",
                        "give another name, or end that one",
                        null);
            }
        }
        passing(typed, MARK + self + "\n" + settings, MARK);
    }

    private String content(String typed) {
        try {
            return Files.readString(session.paths().resolve(typed));
        } catch (IOException e) {
            return ""; // there is none, or it will be refused
        }
    }

    private void passing(String typed, String text, String ours) {
        Path path = session.paths().resolve(typed);
        atEnd(PassingFile.write(path, text, ours)::close);
    }

    /** What is made while the end is under way goes at once. */
    private synchronized void atEnd(Runnable removal) {
        if (ended) {
            removal.run();
        } else {
            endings.push(removal);
        }
    }

    private synchronized void removeFiles() {
        ended = true;
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
