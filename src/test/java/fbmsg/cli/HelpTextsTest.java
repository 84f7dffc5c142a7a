package fbmsg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Help is an interface: a change of it shows in review. {@code -Dfbmsg.update=true} writes the files anew. */
class HelpTextsTest {
    private static final Path FOLDER = Path.of("src/test/resources/help");

    private static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        collect(Fbmsg.model(TestHost.in(Path.of(".")).host()), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> name, List<List<String>> all) {
        line.getSubcommands().forEach((word, inner) -> {
            List<String> whole = new ArrayList<>(name);
            whole.add(word);
            all.add(whole);
            collect(inner, whole, all);
        });
    }

    private static Path file(List<String> command) {
        return FOLDER.resolve(String.join("-", command.isEmpty() ? List.of("fbmsg") : command) + ".txt");
    }

    private static String help(List<String> command) {
        List<String> args = new ArrayList<>(command);
        args.add("--help");
        return TestHost.in(Path.of(".")).run(args.toArray(new String[0])).out();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isWhatTheFileSays(List<String> command) throws IOException {
        if (Boolean.getBoolean("fbmsg.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file(command), help(command));
        }
        assertThat(help(command)).isEqualTo(Files.readString(file(command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsATerminal(List<String> command) {
        assertThat(help(command).lines()).allSatisfy(line -> {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(80);
            assertThat(line).isEqualTo(line.stripTrailing());
        });
    }

    @Test
    void noFileIsOfACommandThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            commands().map(HelpTextsTest::file).toList());
        }
    }
}
