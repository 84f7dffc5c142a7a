package fbmsg.cli.startup;

import fbmsg.cli.Host;
import fbmsg.cli.ThisMachine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the start-up archives: a static class-data archive up to Java 24, an ahead-of-time cache from 25 on. For each kind,
 * one JVM runs real commands and notes what they need, a second one writes that down, and a third one tries the result.
 */
public final class ArchiveMaker {
    private final Path jar;
    private final ArchiveFolder folder;
    private final Host host;

    private ArchiveMaker(Path jar, ArchiveFolder folder, Host host) {
        this.jar = jar;
        this.folder = folder;
        this.host = host;
    }

    /**
     * @param args the folder that they belong into
     */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(System.getProperty("java.class.path"));
        new ArchiveMaker(jar, ArchiveFolder.open(Path.of(args[0])), ThisMachine.host()).makeAlone();
    }

    /** Does nothing if another process is at it, or was quicker. */
    @SuppressWarnings("try") // the lock only has to stand
    private void makeAlone() throws IOException, InterruptedException {
        Optional<FileChannel> lock = folder.lock();
        if (lock.isEmpty()) {
            return;
        }
        try (FileChannel held = lock.get()) {
            if (folder.mayTryNow()
                    && !Stamp.isCurrent(folder.path().toFile(), jar.getParent().toFile())) {
                folder.notBefore(ArchiveFolder.AFTER_A_START);
                folder.notBefore(make() ? ArchiveFolder.AFTER_SUCCESS : ArchiveFolder.AFTER_FAILURE);
            }
        }
    }

    /** Whether it went well. */
    private boolean make() throws InterruptedException {
        try {
            makeAll();
            return true;
        } catch (IOException | RuntimeException e) {
            return false; // a full disk, most likely
        }
    }

    private void makeAll() throws IOException, InterruptedException {
        String stamp = Stamp.now(jar.getParent().toFile());
        Path work = folder.newWork();
        folder.delete(Stamp.FILE); // what is put beside it from here on is not what it was written for
        try {
            for (ArchiveKind kind : ArchiveKind.values()) {
                publish(kind, Jvm.hasAotCache() ? cache(kind, work) : archive(kind, work));
            }
            Path written = work.resolve(Stamp.FILE);
            Files.write(written, stamp.getBytes(StandardCharsets.UTF_8));
            folder.publish(written, Stamp.FILE);
        } finally {
            ArchiveFolder.deleteWork(work);
        }
    }

    /** Those of another Java that was here before go. */
    private void publish(ArchiveKind kind, Path finished) throws IOException {
        folder.publish(finished, finished.getFileName().toString());
        folder.delete(kind.fileName() + (Jvm.hasAotCache() ? ".jsa" : ".aot"));
    }

    private Path archive(ArchiveKind kind, Path work) throws IOException, InterruptedException {
        Path classes = work.resolve(kind.fileName() + ".classes");
        Path archive = work.resolve(kind.fileName() + ".jsa");
        train(kind, work, List.of("-XX:DumpLoadedClassList=" + classes));
        Jvm.run(Jvm.command(
                jar,
                List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive)));
        tried("-XX:SharedArchiveFile=" + archive);
        return archive;
    }

    private Path cache(ArchiveKind kind, Path work) throws IOException, InterruptedException {
        Path notes = work.resolve(kind.fileName() + ".notes");
        Path cache = work.resolve(kind.fileName() + ".aot");
        train(kind, work, List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes));
        Jvm.run(Jvm.command(
                jar, List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + cache)));
        tried("-XX:AOTCache=" + cache);
        return cache;
    }

    private void train(ArchiveKind kind, Path work, List<String> flags) throws IOException, InterruptedException {
        Path files = Files.createDirectory(work.resolve(kind.fileName()));
        try (Exercise exercise = new Exercise(files, host)) {
            exercise.lay();
            List<String> command = Jvm.command(jar, flags, Training.class, kind.name());
            ProcessBuilder builder = Jvm.builder(command)
                    .directory(files.toFile())
                    .redirectInput(files.resolve(Exercise.RECORD).toFile());
            builder.environment().put("HOME", files.toString());
            Process training = builder.start();
            if (kind == ArchiveKind.LISTEN) {
                exercise.deliver();
            }
            Jvm.await(training, command);
        }
    }

    private void tried(String flag) throws IOException, InterruptedException {
        Jvm.run(Jvm.command(jar, List.of(flag), fbmsg.cli.Main.class, "--version"));
    }
}
