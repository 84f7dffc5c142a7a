package fbmsg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.catalogue.Catalogue;
import fbmsg.catalogue.Entry;
import fbmsg.emulator.world.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What help and README show can be typed: each command line is parsed by the program's own model. */
class ExamplesTest {
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|[\\s`(|])fbmsg((?: +(?:'[^']*'|\"[^\"]*\"|[^\\s|<>&;)`'\"]+))*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    private static CommandLine model() {
        return Fbmsg.model(TestHost.in(Path.of(".")).host());
    }

    private static Stream<CommandLine> commands() {
        return withInner(model()).stream();
    }

    private static List<CommandLine> withInner(CommandLine line) {
        List<CommandLine> all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(inner -> all.addAll(withInner(inner)));
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everyHelpHasExamplesThatParse(String name) {
        CommandLine line = commands()
                .filter(l -> l.getCommandSpec().qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
        String footer = String.join("\n", line.getCommandSpec().usageMessage().footer());
        assertThat(footer).contains("\nExamples:\n");
        String examples = footer.substring(footer.indexOf("Examples:\n")).replace("\\\n", " ");
        assertThat(parse(examples)).isPositive();
    }

    private static Stream<String> names() {
        return commands().map(line -> line.getCommandSpec().qualifiedName());
    }

    @Test
    void everyCommandLineOfTheReadmeParses() throws IOException {
        int parsed = 0;
        Matcher block =
                Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            parsed += parse(block.group(1));
        }
        assertThat(parsed).isGreaterThan(15);
    }

    @Test
    void theReadmeNamesEveryCommandAndOnlyThose() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String name : model().getSubcommands().keySet()) {
            assertThat(readme).contains("`fbmsg " + name);
        }
        Matcher named = Pattern.compile("`fbmsg ([a-z]+)").matcher(readme);
        while (named.find()) {
            assertThat(model().getSubcommands()).containsKey(named.group(1));
        }
    }

    @Test
    void whatTheCatalogueAdvisesCanBeTyped() {
        List<String> next = Catalogue.codes().stream()
                .flatMap(code -> Catalogue.find(code).stream())
                .map(Entry::next)
                .toList();
        assertThat(parse(String.join("\n", next))).isGreaterThan(5);
    }

    @Test
    void theReadmesExplanationIsThePrograms() throws IOException {
        String text = TestHost.in(Path.of(".")).run("explain", "1340").out();
        assertThat(Files.readString(Path.of("README.md"))).contains("```text\n" + text + "```");
    }

    @Test
    void theReadmesExitCodesAreThePrograms() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("## Exit codes"), readme.indexOf("## Trouble"));
        List<Integer> codes = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| ([0-9, ]+) \\|").matcher(table);
        while (row.find()) {
            Stream.of(row.group(1).split(", ")).map(Integer::valueOf).forEach(codes::add);
        }
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Exit.values()).map(Exit::code).toList());
    }

    @Test
    void theReadmesFaultsAreTheEmulators() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("| send to | fault |"));
        table = table.substring(0, table.indexOf("\n\n"));
        for (Fault fault : Fault.ALL) {
            assertThat(table).contains("`" + fault.name() + "`");
            if (fault.number() < 100) {
                assertThat(table)
                        .contains("| `" + fault.recipient() + "` | `" + fault.name() + "` | " + fault.effect() + " |");
            }
        }
        List<String> known = Fault.ALL.stream().map(Fault::recipient).toList();
        Matcher recipient = Pattern.compile("`([0-9]{16})`").matcher(table);
        while (recipient.find()) {
            assertThat(known).contains(recipient.group(1));
        }
    }

    /** Parses each command line of a text; gives how many there are. */
    private static int parse(String text) {
        int count = 0;
        Matcher command = COMMAND.matcher(text);
        while (command.find()) {
            String words = command.group(1).split(" {2,}")[0];
            List<String> args = new ArrayList<>();
            Matcher word = WORD.matcher(words);
            while (word.find()) {
                args.add(word.group().replaceAll("^['\"]|['\"]$", ""));
            }
            CommandLine line = model();
            line.parseArgs(args.toArray(new String[0]));
            count++;
        }
        return count;
    }
}
