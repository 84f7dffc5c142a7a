package fbmsg.cli.build.replay;

import fbmsg.Failure;
import fbmsg.cli.Session;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the files of recordings, in the order that they are posted in. */
final class RecordedFiles {
    private final Session session;
    private final String target;

    /**
     * @param target the path that all go to; {@code /}: each to its own
     */
    RecordedFiles(Session session, String target) {
        this.session = session;
        this.target = target;
    }

    /**
     * @param typed files and folders
     * @throws Failure if one cannot be posted
     */
    List<RecordedFile> check(List<String> typed) {
        List<RecordedFile> files = new ArrayList<>();
        for (String one : typed) {
            Path path = session.paths().resolve(one);
            if (Files.isDirectory(path)) {
                String folder = one.endsWith("/") ? one : one + "/";
                inside(path, one).forEach(file -> files.add(checked(folder + file.getFileName(), file)));
            } else {
                files.add(checked(one, path));
            }
        }
        return files;
    }

    private RecordedFile checked(String named, Path path) {
        return RecordedFile.check(named, path, target, session::warn);
    }

    private static List<Path> inside(Path folder, String typed) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, RecordedFiles::isRecording)) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw Failure.missing("the folder " + typed + " cannot be read: " + e.getMessage(), "check its mode");
        }
        if (files.isEmpty()) {
            throw Failure.missing("there is no *.http file in the folder " + typed, "check the path");
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** As the shell's pattern has it; hidden ones are not finished yet. */
    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".http") && !name.startsWith(".");
    }
}
