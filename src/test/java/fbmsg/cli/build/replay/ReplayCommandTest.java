package fbmsg.cli.build.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Headers;
import fbmsg.http.HttpListener;
import fbmsg.http.HttpSender;
import fbmsg.http.ListenerLimits;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.jwt.WebhookSignature;
import fbmsg.recording.Recorder;
import fbmsg.webhook.Desk;
import fbmsg.webhook.Doorkeeper;
import fbmsg.webhook.Received;
import fbmsg.webhook.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches the URL of each file, in which order, and what is said of the answers. */
class ReplayCommandTest {
    private static final String ORIGIN = "http://127.0.0.1:3000";
    private static final String URL = ORIGIN + "/hook?a=b";

    @TempDir
    Path folder;

    private final List<Request> requests = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private TestHost host;

    @BeforeEach
    void machine() {
        host = TestHost.in(folder)
                .env("FBMSG_SIGNATURE_SECRET", "first\nsecond")
                .farSide(request -> {
                    requests.add(request);
                    return statuses.isEmpty() ? Reply.of(200) : Reply.text(statuses.remove(), "said");
                });
    }

    /** A file of the working directory with that body. */
    private void recording(String name, String body) {
        host.file(name, "POST /own/" + body + "?q=1 HTTP/1.1\r\nContent-Type: application/json\r\n\r\n" + body);
    }

    private List<String> bodies() {
        return requests.stream()
                .map(request -> new String(request.body(), UTF_8))
                .toList();
    }

    private WebhookSignature signature() {
        return new WebhookSignature(
                List.of("first"), Duration.ofMinutes(1), Optional.of("abcd1234"), Optional.of("app"));
    }

    @Test
    void optionsBecomeAPlan() {
        ReplayCommand command = new ReplayCommand(null);
        command.syntax().line().parseArgs("--unsigned", URL, "a", "--timeout", "5s", "b", "--stop-on-error");
        assertThat(command.plan())
                .isEqualTo(new ReplayPlan(URL, List.of("a", "b"), false, Duration.ofSeconds(5), true));

        command = new ReplayCommand(null);
        command.syntax().line().parseArgs(URL, "--", "-a");
        assertThat(command.plan()).isEqualTo(new ReplayPlan(URL, List.of("-a"), true, Duration.ofSeconds(30), false));
    }

    @Test
    void postsTheFilesInTheOrderGiven() {
        recording("b.http", "1");
        recording("sub/a", "2");

        host.run("replay", URL, "sub/a", "./b.http", "sub/a").is(0, "sub/a 200\n./b.http 200\nsub/a 200\n", "");

        assertThat(bodies()).containsExactly("2", "1", "2");
        assertThat(requests).extracting(Request::path).containsOnly("/hook?a=b");
    }

    @Test
    void aFolderStandsForItsRecordings() {
        recording("all/2.http", "2");
        recording("all/1.http", "1");
        recording("all/10.http", "10");
        recording("all/.3.http", "3");
        recording("all/4.http.new", "4");
        recording("all/sub/5.http", "5");

        host.run("replay", URL, "all", "all/").is(0, """
                all/1.http 200
                all/10.http 200
                all/2.http 200
                all/1.http 200
                all/10.http 200
                all/2.http 200
                """, "");

        assertThat(bodies()).containsExactly("1", "10", "2", "1", "10", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:3000, /own/1?q=1",
        "http://127.0.0.1:3000/, /own/1?q=1",
        "http://127.0.0.1:3000/hook, /hook",
        "http://127.0.0.1:3000/?x=y, /?x=y"
    })
    void aPathInTheUrlIsWhereAllGo(String url, String path) {
        recording("a", "1");
        host.run("replay", url, "a").is(0, "a 200\n", "");
        assertThat(requests).extracting(Request::path).containsExactly(path);
    }

    @Test
    void signsAfreshAndLeavesTheRestAsItWas() {
        host.env("FBMSG_API_KEY", "abcd1234").env("FBMSG_APPLICATION_ID", "app");
        host.file("a", """
                POST /own HTTP/1.1
                Host: tunnel.example
                User-Agent: Vonage
                content-type: application/json; charset=utf-8
                Authorization: Bearer old.old.old
                Cookie: REDACTED
                X-Request-Id: 7
                Content-Length: 3

                {}
                """);

        host.run("replay", URL, "a", "a").is(0, "a 200\na 200\n", "");

        assertThat(requests).allSatisfy(request -> {
            Optional<String> authorization = request.headers().first("Authorization");
            signature()
                    .verify(authorization, "{}\n".getBytes(UTF_8), TestHost.NOW)
                    .match(
                            valid -> assertThat(valid.claims().text("jti")).isPresent(),
                            invalid -> {
                                throw new AssertionError(invalid.reason());
                            },
                            () -> {
                                throw new AssertionError("it is not signed");
                            });
            assertThat(request.headers().fields())
                    .filteredOn(field -> !field.name().equals("Authorization"))
                    .hasToString("[Field[name=User-Agent, value=Vonage], Field[name=content-type,"
                            + " value=application/json; charset=utf-8], Field[name=X-Request-Id, value=7]]");
        });
        assertThat(requests)
                .extracting(request -> request.headers().first("Authorization"))
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesTheSignatureOutOnDemand() {
        host.env("FBMSG_SIGNATURE_SECRET", "");
        recording("a", "1");
        host.run("replay", URL, "a", "--unsigned").is(0, "a 200\n", "");
        assertThat(requests.get(0).headers().first("Authorization")).isEmpty();
    }

    @Test
    void withoutASecretItSaysWhatToDo() {
        host.env("FBMSG_SIGNATURE_SECRET", "");
        recording("a", "1");
        Run replayed = host.run("replay", URL, "a");
        assertThat(replayed).isEqualTo(host.run("trigger", "inbound", URL));
        assertThat(replayed.exit()).isEqualTo(78);
        assertThat(replayed.err()).startsWith("fbmsg: no signature secret to sign with; ");
        assertThat(requests).isEmpty();
    }

    @Test
    void anAnswerThatIsNot2xxIsANoAndTheRestGoesOn() {
        for (int i = 1; i <= 3; i++) {
            recording("a" + i, "" + i);
        }
        statuses.addAll(List.of(204, 503, 302));
        host.run("replay", URL, "a1", "a2", "a3").is(1, "a1 204\na2 503\na3 302\n", """
                fbmsg: a2: the target answered 503: said; Vonage would deliver it again
                fbmsg: a3: the target answered 302: said; Vonage would deliver it again
                """);
    }

    @Test
    void endsAtTheFirstOneOnDemand() {
        for (int i = 1; i <= 3; i++) {
            recording("a" + i, "" + i);
        }
        statuses.addAll(List.of(200, 503));
        host.run("replay", URL, "a1", "a2", "a3", "--stop-on-error").is(1, "a1 200\na2 503\n", """
                fbmsg: a2: the target answered 503: said; Vonage would deliver it again
                fbmsg: 1 of 3 webhooks were not posted
                """);
        assertThat(bodies()).containsExactly("1", "2");
    }

    @Test
    void endsWhenTheTargetCannotBeReached() {
        for (int i = 1; i <= 4; i++) {
            recording("a" + i, "" + i);
        }
        host.farSide(request -> {
            requests.add(request);
            if (requests.size() == 1) {
                return Reply.of(500);
            }
            throw new NotSent(false, "127.0.0.1:3000: connection refused", null);
        });
        host.run("replay", URL, "a1", "a2", "a3", "a4").is(69, "a1 500\n", """
                fbmsg: a1: the target answered 500; Vonage would deliver it again
                fbmsg: a2: the webhook was not posted (127.0.0.1:3000: connection refused); is anything listening there?
                fbmsg: 3 of 4 webhooks were not posted
                """);
        assertThat(requests).hasSize(2);

        host.run("replay", URL, "a1")
                .is(
                        69,
                        "",
                        "fbmsg: a1: the webhook was not posted (127.0.0.1:3000: connection refused); is anything listening there?\n");
    }

    @Test
    void goesOnAfterAnUnknownOutcomeAndSaysItWasTheWorst() {
        recording("a1", "1");
        recording("a2", "2");
        host.farSide(request -> {
            requests.add(request);
            if (requests.size() == 1) {
                throw new Unanswered("127.0.0.1:3000: no answer within 30.0 s", null);
            }
            return Reply.of(404);
        });
        host.run("replay", URL, "a1", "a2").is(76, "a2 404\n", """
                fbmsg: a1: the webhook was posted, and no usable answer came (127.0.0.1:3000: no answer within 30.0 s); look whether it was taken
                fbmsg: a2: the target answered 404; Vonage would deliver it again
                """);
    }

    @Test
    void aProxyOnTheWayIsNamed() {
        recording("a", "1");
        recording("b", "2");
        host.farSide(request -> {
            throw new ProxyTrouble(true, "the proxy p:3128 answered 407", "correct the password", null);
        });
        host.run("replay", URL, "a", "b").is(77, "", """
                fbmsg: a: the webhook was not posted (the proxy p:3128 answered 407); correct the password
                fbmsg: 2 of 2 webhooks were not posted
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            127.0.0.1:3000 good           | 2  | URL is not one: 127.0.0.1:3000; give for example http://127.0.0.1:3000/webhooks/inbound
            http://example.com good       | 78 | http:// would send the token in clear text to example.com; use https://; http:// is for 127.0.0.1, [::1] and localhost
            http://127.0.0.1:3000         | 2  | missing required parameter: 'FILE'; see: fbmsg replay --help
            http://127.0.0.1:3000 good -  | 2  | recordings are not read from standard input; name the files; ./- is the file of that name
            http://127.0.0.1:3000 good no | 66 | no does not exist; check the path
            http://127.0.0.1:3000 good empty | 66 | there is no *.http file in the folder empty; check the path
            http://127.0.0.1:3000 good bad | 65 | bad is no recording of a webhook: line 2 is no header field 'NAME: VALUE', and no empty line, after which the body begins; mend the file, or leave it out
            http://127.0.0.1:3000 good redacted | 65 | redacted was recorded without the values of its path's query; give the URL with path and query, or put them into the file
            https://a.example good --offline | 69 | offline: the connection to a.example is refused; leave --offline and FBMSG_OFFLINE out, or give the --api-url of an emulator on this machine
            """)
    void refusesBeforeAnythingIsPosted(String args, int exit, String message) throws Exception {
        host.connections((to, timeout, offline) -> {
            new HttpSender(to, timeout, offline).close();
            throw new AssertionError("connected to " + to);
        });
        recording("good", "1");
        host.file("bad", "POST / HTTP/1.1\n{}\n");
        host.file("redacted", "POST /?token=REDACTED HTTP/1.1\n\n{}");
        Files.createDirectory(folder.resolve("empty"));

        host.run(("replay " + args).split(" +")).is(exit, "", "fbmsg: " + message + "\n");
    }

    @Test
    void aPathInTheUrlDoesWithoutTheRedactedOne() {
        host.file("a", "POST /?token=REDACTED HTTP/1.1\n\n{}");
        host.run("replay", URL, "a").is(0, "a 200\n", "");
    }

    @Test
    void anEditedBodyIsPostedAsItStandsAndSaid() {
        host.file("a", "POST / HTTP/1.1\nContent-Length: 2\n\n{\"a\":1}");
        host.run("replay", URL, "a")
                .is(
                        0,
                        "a 200\n",
                        "fbmsg: warning: a says that its body has 2 bytes, and it has 7; all of them are posted\n");
        assertThat(bodies()).containsExactly("{\"a\":1}");
    }

    /** It was read, found well, and not kept: there may be very many. */
    @Test
    void aFileThatGoesAwayMeanwhileEndsTheRun() {
        recording("a", "1");
        recording("b", "2");
        recording("c", "3");
        host.farSide(request -> {
            folder.resolve("b").toFile().delete();
            return Reply.of(200);
        });
        host.run("replay", URL, "a", "b", "c").is(66, "a 200\n", """
                fbmsg: 2 of 3 webhooks were not posted
                fbmsg: b does not exist; check the path
                """);
    }

    @Test
    void aNameCannotWriteLinesOrMoveTheCursor() {
        String name = "a\n b 200\u001b[2J";
        recording(name, "1");
        statuses.add(500);
        host.run("replay", URL, name)
                .is(
                        1,
                        "a\\u000a b 200\\u001b[2J 500\n",
                        "fbmsg: a\\u000a b 200\\u001b[2J: the target answered 500: said; Vonage would deliver it again\n");
    }

    @Test
    void tracesWithoutTheSignature() {
        recording("a", "1");
        Run run = host.run("replay", URL, "a", "--trace");
        assertThat(run.err()).contains("> POST " + URL, "> Authorization: [redacted]", "< 200");
    }

    /** Over sockets, as recorded by a receiver behind them: real requests have more fields than ours, in other cases. */
    @Test
    void whatWasRecordedIsTakenAgainByARealReceiver() throws Exception {
        Clock clock = Clock.fixed(TestHost.NOW, ZoneOffset.UTC);
        List<Received> taken = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Desk desk = received -> {
            taken.add(received);
            return Reply.of(200);
        };
        WebhookSignature check =
                new WebhookSignature(List.of("first"), Duration.ofMinutes(1), Optional.empty(), Optional.empty());
        Receiver receiver =
                new Receiver(new Doorkeeper(Optional.of("/in"), Optional.of(check), clock), desk, notes::add);
        Recorder recorder = Recorder.open(folder.resolve("kept"), false);
        List<Headers> seen = new ArrayList<>();
        try (HttpListener listener = HttpListener.open(
                null,
                0,
                ListenerLimits.USUAL,
                request -> {
                    seen.add(request.headers());
                    recorder.keep(request, recorder.arrival(Instant.EPOCH.plusSeconds(seen.size())));
                    return receiver.exchange(request);
                },
                bug -> notes.add(bug.toString()))) {
            host.connections(HttpSender::new);
            String origin = "http://127.0.0.1:" + listener.port();
            assertThat(host.run("trigger", "inbound", origin + "/in", "--text", "é😀")
                            .exit())
                    .isZero();
            assertThat(host.run("trigger", "inbound", origin + "/in", "--text", "2")
                            .exit())
                    .isZero();

            Run run = host.run("replay", origin, "kept");

            assertThat(run.exit()).as(run + "\n" + notes).isZero();
            assertThat(run.out()).matches("kept/1970-01-01T000001[^ ]+ 200\nkept/1970-01-01T000002[^ ]+ 200\n");
        }
        assertThat(notes).isEmpty();
        assertThat(taken)
                .extracting(one -> new String(one.body(), UTF_8))
                .hasSize(4)
                .satisfies(bodies -> assertThat(bodies.subList(2, 4)).isEqualTo(bodies.subList(0, 2)));
        assertThat(taken).extracting(Received::signature).containsOnly("valid");
        assertThat(seen).extracting(headers -> headers.first("Authorization")).doesNotHaveDuplicates();
        assertThat(seen.get(2).first("Accept")).isEqualTo(seen.get(0).first("Accept"));
    }
}
