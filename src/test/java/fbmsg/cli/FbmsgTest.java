package fbmsg.cli;

import static com.github.stefanbirkner.systemlambda.SystemLambda.tapSystemOut;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every command. */
class FbmsgTest {
    private static final String LINK = "https://static.nexmo.com/messenger/\n";

    @TempDir
    private Path home;

    /** The same run, through the real streams of this process. */
    @Test
    void theProgramWritesToTheStreamsOfThisMachine() throws Exception {
        String out = tapSystemOut(() -> assertThat(
                        Fbmsg.run(ThisMachine.host(System.out, System.err), "--config=none", "-q", "link"))
                .isZero());

        assertThat(out).isEqualTo(LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "link --version", "jwt -V", "jwt verify -V", "--quiet --version"})
    void theVersionIsOneLine(String args) {
        run(args.split(" ")).is(0, "fbmsg 0.1.0\n", "");
    }

    @ParameterizedTest
    @CsvSource({
        "--help, help",
        "-h, help",
        "link --help, help link",
        "jwt -h, help jwt",
        "jwt verify --help, help jwt verify",
        "config set -h, help config set"
    })
    void helpIsAResultInTwoForms(String option, String command) {
        Run run = run(option.split(" "));

        run(command.split(" ")).is(0, run.out(), "");
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.out()).contains("Common options:\n", "Examples:\n").doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutArgumentsTheHelpGoesToStandardErrorWithExit2() {
        run().is(2, "", run("--help").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope|there is no command 'nope'; see: fbmsg --help",
                "lin|there is no command 'lin'; did you mean link? see: fbmsg --help",
                "--offlin|unknown option: '--offlin'; did you mean --offline? see: fbmsg --help",
                "-q|a command is missing; see: fbmsg --help",
                "help nope|there is no command 'nope'; see: fbmsg --help",
                "link @file|unexpected argument '@file'; see: fbmsg link --help",
                "--color blue link|invalid value for option '--color': 'blue' is not auto, always or never; see: fbmsg --help",
                "link --color=|invalid value for option '--color': '' is not auto, always or never; see: fbmsg link --help"
            })
    void aWrongCommandLineIsExit2AndOneLine(String args, String message) {
        run(args.split(" ")).is(2, "", "fbmsg: " + message + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-q --config none link",
                "link -q --config none",
                "--quiet link --config=none",
                "link --offline --no-input --trace --color never -q",
                "-q link -v --verbose"
            })
    void commonOptionsAreTakenBeforeAndAfterTheCommand(String args) {
        run(args.split(" ")).is(0, LINK, "");
    }

    @Test
    void withJsonAnErrorIsARecordToo() {
        run("jwt", "--json")
                .is(
                        2,
                        "",
                        "fbmsg: unknown option: '--json'; see: fbmsg jwt --help\n{\"v\":1,\"error\":{\"code\":\"usage\","
                                + "\"exit\":2,\"retryable\":false,\"message\":\"unknown option: '--json'; see: fbmsg jwt"
                                + " --help\"}}\n");
    }

    @Test
    void aStackTraceIsForThoseWhoAskTwice() {
        assertThat(run("jwt", "-v").err().lines()).hasSize(1);
        Run twice = run("jwt", "-vv");
        assertThat(twice.err()).startsWith("fbmsg: no application id; ").contains("\tat fbmsg.");
    }

    @Test
    void anErrorIsOneLineFitForATerminalWhateverWasTyped() {
        run("jwt\u001b[2J\nx\u202e")
                .is(
                        2,
                        "",
                        "fbmsg: there is no command 'jwt\\u001b[2J\\u000ax\\u202e'; did you mean jwt? see: fbmsg --help\n");
    }

    @Test
    void aBugSaysSoWithItsTraceAndExit70() {
        Run run = TestHost.in(home)
                .browser(url -> {
                    throw new IllegalStateException("boom");
                })
                .run("link", "--open", "-q");

        assertThat(run.exit()).as(run.toString()).isEqualTo(70);
        assertThat(run.err())
                .startsWith("fbmsg: this is a bug in fbmsg 0.1.0; report it with what follows (without secrets)\n"
                        + "java.lang.IllegalStateException: boom\n\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Broken pipe|141|",
                "Connection reset|141|",
                "No space left on device|74|fbmsg: standard output could not be written: No space left on device; check"
                        + " where it goes to"
            })
    void outputThatCannotBeWrittenIsNotOverlooked(String reason, int exit, String line) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };

        TestHost.in(home).stdout(broken).run("link").is(exit, "", line == null ? "" : line + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', false",
        "1, '', true",
        "2, '', false",
        "1, NO_COLOR=1, false",
        "1, NO_COLOR=, true",
        "1, TERM=dumb, false",
        "'', CLICOLOR_FORCE=1, true",
        "'', CLICOLOR_FORCE=0, false",
    })
    void helpIsColouredWhereItIsReadByAPersonOrAskedFor(String marks, String variable, boolean colored) {
        TestHost host = TestHost.in(home).terminals(marks);
        if (!variable.isEmpty()) {
            String[] parts = variable.split("=", 2);
            host.env(parts[0], parts[1]);
        }

        assertThat(host.run("link", "--help").out().contains("\u001b[")).isEqualTo(colored);
        assertThat(host.run("--color=never", "link", "--help").out()).doesNotContain("\u001b");
        assertThat(host.run("link", "--help", "--color", "always").out()).contains("\u001b[");
        assertThat(host.run("link", "-q").out()).isEqualTo(LINK);
    }

    private Run run(String... args) {
        return TestHost.in(home).run(args);
    }
}
