package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command after {@code --}, with real processes, and what it prints sent back. */
class ListenRunTest extends ListenCase {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void customer() {
        EmulatedFarSide.signer(host);
        farSide(request -> Reply.json(202, "{\"message_uuid\":\"out-" + sent.size() + "\"}"));
    }

    private void farSide(Exchange exchange) {
        host.farSide(request -> {
            sent.add(new String(request.body(), StandardCharsets.UTF_8));
            return exchange.exchange(request);
        });
    }

    /** Options, then a script that sh runs. */
    private Future<Run> run(String script, String... options) {
        List<String> all = new ArrayList<>(List.of("--verify", "off"));
        all.addAll(List.of(options));
        all.addAll(List.of("--", "sh", "-c", script));
        return start(all.toArray(new String[0]));
    }

    @Test
    void theRecordIsOnItsInputAndTheEventInItsVariables() throws Exception {
        Future<Run> run = run("cat > got; printf '%s|%s|%s|%s|%s' \"$FBMSG_EVENT\" \"$FBMSG_FROM\" \"$FBMSG_TO\""
                + " \"$FBMSG_TYPE\" \"$FBMSG_MESSAGE_UUID\" > variables; echo said");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("said\n");
        assertThat(folder.resolve("got"))
                .content()
                .startsWith("{\"v\":1,\"event\":\"inbound\"")
                .endsWith("}\n");
        assertThat(folder.resolve("variables")).hasContent("inbound|234|107|text|a");
    }

    /** A mebibyte does not fit into a pipe: the command would never end, and neither would we. */
    @Test
    void whoDoesNotReadItsInputIsNoError() throws Exception {
        Future<Run> run = run("exit 0");
        assertThat(post(text("a", "234", "x".repeat(900_000)))).isEqualTo(200);
        assertThat(end(run).exit()).isZero();
    }

    @Test
    void argumentsAreNotReadByAShell() throws Exception {
        Future<Run> run = start(
                "--verify", "off", "--", "sh", "-c", "printf '%s\\n' \"$@\" > args", "x", "$(id)", "--follow", "@f");
        post(text("a", "234", "Hi"));
        end(run);
        assertThat(folder.resolve("args")).hasContent("$(id)\n--follow\n@f\n");
    }

    @Test
    void whatFailsIsToldKeptAndDoesNotComeAgain() throws Exception {
        Future<Run> run = run("exit 3", "--failed", "failed");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "fbmsg: warning: message a of user 234: sh ended with exit code 3; its record is in failed\n");
        assertThat(folder.resolve("failed"))
                .content()
                .contains("\"message_uuid\":\"a\"")
                .hasLineCount(1);
    }

    @Test
    void exit75ComesAgain() throws Exception {
        Future<Run> run = run("[ -e there ] || { touch there; exit 75; }");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);
        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isZero();
        assertThat(ended.err())
                .contains("fbmsg: warning: message a: sh ended with exit code 75; answered 503, it comes again\n");
    }

    /** What it has started goes with it, also what does not listen to SIGTERM. */
    @Test
    void whoTakesTooLongIsEndedWithAllItHasStarted() throws Exception {
        Future<Run> run = run(
                "trap '' TERM; (trap '' TERM; echo $$ > pid; while :; do sleep 0.1; done) & wait",
                "--exec-timeout",
                "1s");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("sh was not done after 1 s and was ended; it does not come again\n");
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        ProcessHandle.of(pid)
                .ifPresent(process ->
                        process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    }

    /** The shell was gone at once, and what it had started was killed while it tidied up. */
    @Test
    void whatItHasStartedHasASecondToTidyUp() throws Exception {
        Future<Run> run = run(
                "(trap 'sleep 0.2; echo tidy > tidied; exit' TERM; while :; do sleep 0.05; done) & wait",
                "--exec-timeout",
                "1s");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        end(run);
        assertThat(folder.resolve("tidied")).hasContent("tidy\n");
    }

    /** A server that a command leaves running holds its output open: the answer was waited for until that ended. */
    @Test
    void whatACommandLeavesRunningIsNotWaitedFor() throws Exception {
        Future<Run> run = run("echo Hello; sleep 600 & echo $! > pid", "--reply");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        assertThat(end(run).exit()).isZero();
        assertThat(sent).hasSize(1).first().asString().contains("\"Hello\"");
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .ifPresent(ProcessHandle::destroy);
    }

    @Test
    void whatItPrintsIsSentBack() throws Exception {
        Future<Run> run = run("printf 'é😀 and a line\\n\\n'", "--reply");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("fbmsg: answered message a of user 234 as out-1\n");
        assertThat(sent)
                .hasSize(1)
                .first()
                .asString()
                .contains("\"text\":\"é😀 and a line\\n\"", "\"to\":\"234\"", "\"from\":\"107\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true                      | 0  | 200
            printf '\\n'              | 0  | 200
            echo no; exit 1           | 1  | 200
            printf '\\377'            | 1  | 200
            printf '%0700d' 1         | 65 | 200
            """)
    void whatIsNoAnswerIsNotSent(String script, int exit, int status) throws Exception {
        Future<Run> run = run(script, "--reply");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(status);

        assertThat(end(run)).extracting(Run::exit).isEqualTo(exit);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"422, 65", "401, 77", "500, 76"})
    void aRefusalAndAnUnknownOutcomeAreFailures(int status, int exit) throws Exception {
        farSide(request -> Reply.json(status, "{\"title\":\"x\",\"detail\":\"y\"}"));
        Future<Run> run = run("echo Hello", "--reply", "--failed", "failed");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        assertThat(end(run).exit()).isEqualTo(exit);
        assertThat(sent).hasSize(1);
        assertThat(folder.resolve("failed")).content().hasLineCount(1);
    }

    /** Half a minute of attempts, then its redelivery: the command has spoken, only the sending is tried again. */
    @Test
    void anAnswerThatCouldNotBeSentIsKeptAndTheCommandNotRunAgain() throws Exception {
        boolean[] up = new boolean[1];
        farSide(request -> {
            if (!up[0]) {
                throw new NotSent(false, "connection refused", null);
            }
            return Reply.json(202, "{\"message_uuid\":\"out\"}");
        });
        Future<Run> run = run("echo x >> runs; echo Hello", "--reply");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);
        int attempts = sent.size();
        up[0] = true;
        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        assertThat(end(run).exit()).isZero();
        assertThat(attempts).isGreaterThan(10);
        assertThat(sent).hasSize(attempts + 1);
        assertThat(folder.resolve("runs")).content().hasLineCount(1);
    }

    /** The process died between an answer and the note that it was taken: what follows must not send it again. */
    @Test
    void anAnswerThatMayHaveLeftInAnEarlierRunIsNotSentAgain() throws Exception {
        host.file(
                "seen",
                "{\"v\":1,\"kind\":\"fbmsg listen --seen\"}\n{\"run\":\"process 1\"}\n"
                        + "{\"event\":\"a\",\"state\":\"leaving\"}\n");
        Future<Run> run = run("touch ran; echo Hello", "--reply", "--seen", "seen", "--failed", "failed");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(76);
        assertThat(sent).isEmpty();
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(folder.resolve("failed")).content().contains("\"message_uuid\":\"a\"");
    }

    @Test
    void theIntentIsOnTheDiskBeforeTheAnswerLeaves() throws Exception {
        List<String> seen = new ArrayList<>();
        farSide(request -> {
            seen.add(read(folder.resolve("seen")));
            return Reply.json(202, "{\"message_uuid\":\"out\"}");
        });
        Future<Run> run = run("echo Hello", "--reply", "--seen", "seen");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        end(run);
        assertThat(seen).hasSize(1).first().asString().contains("{\"event\":\"a\",\"state\":\"leaving\"}");
        assertThat(folder.resolve("seen")).content().contains("{\"event\":\"a\",\"state\":\"accepted\"}");
    }

    @Test
    void usersAreServedAtOnceAndEachInOrder() throws Exception {
        // each of the two waits for the other: one after the other they would be ended
        Future<Run> run = run(
                "touch here-$FBMSG_FROM; for i in 1 2; do while ! [ -e here-$i ]; do sleep 0.02; done; done;"
                        + " echo $FBMSG_MESSAGE_UUID >> order-$FBMSG_FROM",
                "--jobs",
                "2",
                "--count",
                "4",
                "--exec-timeout",
                "60s");
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        host.err.await("listening on (http://[^ ]+) ");
        answers.add(posted(text("1a", "1", "Hi")));
        answers.add(posted(text("2a", "2", "Hi")));
        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
        post(text("1b", "1", "Hi"));
        post(text("2b", "2", "Hi"));

        assertThat(end(run).exit()).isZero();
        assertThat(folder.resolve("order-1")).hasContent("1a\n1b\n");
        assertThat(folder.resolve("order-2")).hasContent("2a\n2b\n");
    }

    private CompletableFuture<Integer> posted(String json) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return post(json);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                OwnThread::run);
    }

    /** A command that is replaced while the listener runs: what comes meanwhile is not lost. */
    @Test
    void aCommandThatHasGoneIsWaitedFor() throws Exception {
        Path bot = host.file("bot", "#!/bin/sh\nexit 0\n");
        assertThat(bot.toFile().setExecutable(true)).isTrue();
        Future<Run> run = start("--verify", "off", "--", "./bot");
        host.err.await("listening on (http://[^ ]+) ");
        Path away = Files.move(bot, folder.resolve("away"));

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);
        Files.move(away, bot);
        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        assertThat(end(run).err())
                .contains("message a: there is no program ./bot any more; answered 503, it comes again");
    }

    /** Told to end while a command runs: it has a second, then it is ended and its event comes again. */
    @Test
    void theEndOfTheRunIsTheEndOfTheCommand() throws Exception {
        Future<Run> run = run("echo $$ > pid; exec sleep 600");
        CompletableFuture<Integer> answer = posted(text("a", "234", "Hi"));
        Path pid = folder.resolve("pid");
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            Thread.onSpinWait();
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(read(pid).strip())).orElseThrow();

        tellToEnd();

        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(503);
        process.onExit().get(60, TimeUnit.SECONDS);
        assertThat(end(run).exit()).isEqualTo(143);
    }

    @Test
    void aStatusIsNothingToAnswer() throws Exception {
        Future<Run> run = run("echo Hello", "--reply", "--event", "status");
        assertThat(post(status("m", "read"))).isEqualTo(200);
        assertThat(end(run).err()).contains("Hello\n");
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reply", "--failed f", "--keep-env"})
    void whatIsForCommandsNeedsOne(String option) {
        Run run = host.run(("listen " + option).split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("fbmsg: " + option.split(" ")[0] + " goes with a command only; give the command after --\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3000                           |  2 | unexpected argument '3000'; a command to run stands after --
            --raw -- true                  |  2 | --raw and a command exclude each other; nothing is printed then
            --jobs 0 -- true               |  2 | --jobs 0 is not a number from 1 to 64; give one
            --verify off -- nosuchcommand  | 66 | there is no command nosuchcommand on PATH; check its name; one in this folder is ./nosuchcommand
            --verify off -- ./bot          | 66 | there is no program ./bot; check its path
            --verify off -- ./notes        | 66 | ./notes may not be executed; run: chmod +x ./notes
            """)
    void badCommandsAreTold(String options, int exit, String message) {
        host.file("notes", "");
        Run run = host.run(("listen --port 0 " + options).split(" "));
        assertThat(run).isEqualTo(new Run(exit, "", "fbmsg: " + message + "\n"));
    }

    /** Behind a tunnel, strangers could have it run. */
    @Test
    void withoutASecretNoCommandIsRun() {
        Run run = host.run("listen", "--port", "0", "--", "true");
        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.err())
                .endsWith("fbmsg: without a signature secret whoever reaches the port could have the command run; set"
                        + " FBMSG_SIGNATURE_SECRET_PATH, run: fbmsg config set signature_secret_path FILE, or give"
                        + " --verify off\n");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
