package fbmsg.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that adds lines to a file which others want, too; for every other one it replaces the file. What it has replaced
 * is kept under another name: the numbers of so small files would be used again within one look at the name.
 */
final class LineAdder {
    private final Path path;
    private final String kept;

    private LineAdder(Path path, String kept) {
        this.path = path;
        this.kept = kept;
    }

    /**
     * @param args the file, how many lines, and what the names of what was replaced begin with
     */
    public static void main(String[] args) throws IOException {
        LineAdder adder = new LineAdder(Path.of(args[0]), args[2]);
        int lines = Integer.parseInt(args[1]);
        for (int added = 0; added < lines; ) {
            Optional<LockedFile> file = LockedFile.open(adder.path);
            if (file.isPresent()) {
                adder.add(file.get(), added++);
            }
        }
    }

    private void add(LockedFile file, int number) throws IOException {
        try (file) {
            byte[] line = "x\n".getBytes(UTF_8);
            if (number % 2 == 0) {
                file.append(line);
                return;
            }
            byte[] text = new byte[(int) file.size()];
            file.read(0, text);
            Files.createLink(path.resolveSibling(kept + number), path);
            new Replacement(file)
                    .write(new String(text, UTF_8), out -> out.write(line))
                    .close();
        }
    }
}
