package fbmsg.cli.talk.send;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Connection;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of the far side becomes: one line, and the exit code that tells whether to try again. */
class OutcomeTest {
    private static final String UNKNOWN =
            "; the message may have been sent: look into the conversation before sending it again\n";

    @TempDir
    Path folder;

    private Run send(Exchange farSide, String... more) {
        TestHost host = EmulatedFarSide.signer(TestHost.in(folder)).farSide(farSide);
        String[] args = new String[7 + more.length];
        System.arraycopy(new String[] {"send", "--from", "1", "--to", "2", "--text", "Hi"}, 0, args, 0, 7);
        System.arraycopy(more, 0, args, 7, more.length);
        return host.run(args);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 65", "401, 77", "402, 77", "403, 77", "404, 65", "405, 65", "407, 77", "408, 65", "409, 65", "415, 65",
        "422, 65", "429, 75", "500, 76", "502, 76", "503, 76", "504, 76", "301, 76", "302, 76", "307, 76", "308, 76",
        "200, 76", "202, 76", "204, 76", "599, 76"
    })
    void eachStatusHasItsExitCodeWhateverTheBody(int status, int exit) {
        for (Reply reply : new Reply[] {
            Reply.of(status),
            Reply.of(status).body("text/html", "<html>gateway</html>"),
            Reply.json(status, "[]"),
            Reply.json(status, "{\"title\":7}")
        }) {
            Run run = send(request -> reply);
            assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("fbmsg: the ")
                    .endsWith("\n")
                    .contains("; ")
                    .hasLineCount(1);
        }
    }

    @Test
    void a503WithRetryAfterWasNotTaken() {
        Run run = send(request -> Reply.of(503).header("Retry-After", "7"));
        assertThat(run)
                .isEqualTo(new Run(
                        75, "", "fbmsg: the API answered 503; the message was not taken: try again after 7 s\n"));
    }

    /** The machine's time is 03:04:05. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fri, 02 Jan 2026 03:04:35 GMT | check that application id
            Fri, 02 Jan 2026 03:04:36 GMT | set this machine's clock, it is 31 s behind the API's: tokens are bound to the time
            Fri, 02 Jan 2026 02:50:05 GMT | set this machine's clock, it is 14 min ahead of the API's: tokens are bound to the time
            Thu, 01 Jan 2026 00:04:05 GMT | set this machine's clock, it is 27 h ahead of the API's: tokens are bound to the time
            Thu, 01 Jan 1970 00:00:00 GMT | set this machine's clock, it is 20455 days ahead of the API's: tokens are bound to the time
            yesterday                     | check that application id
            """)
    void ona401TheClockIsComparedWithTheAnswers(String date, String todo) {
        assertThat(send(request -> Reply.of(401).header("Date", date)).err())
                .startsWith("fbmsg: the API answered 401; " + todo);
    }

    @Test
    void aProblemIsToldWholeWithEachParameterAndTheTraceId() {
        Reply problem = Reply.of(422)
                .body(
                        "application/json",
                        "{\"type\":\"https://developer.vonage.com/api-errors/messages#1150\",\"title\":\"Invalid params\","
                                + "\"detail\":\"The value of one or more parameters is invalid.\","
                                + "\"instance\":\"bf0ca0bf927b3b52e3cb03217e1a1ddf\",\"invalid_parameters\":["
                                + "{\"name\":\"image.url\",\"reason\":\"is required.\"},"
                                + "{\"name\":\"to\",\"reason\":\"is odd\"}]}");

        assertThat(send(request -> problem, "--json"))
                .isEqualTo(new Run(
                        65,
                        "",
                        "fbmsg: the API answered 422: Invalid params: The value of one or more parameters is invalid"
                                + " [image.url is required.] [to is odd] (trace id bf0ca0bf927b3b52e3cb03217e1a1ddf);"
                                + " correct it: a text has 1 to 640 characters, a media URL begins with http:// or https://\n"
                                + "{\"v\":1,\"error\":{\"code\":\"data\",\"exit\":65,\"retryable\":false,\"message\":\""
                                + "the API answered 422: Invalid params: The value of one or more parameters is invalid"
                                + " [image.url is required.] [to is odd] (trace id bf0ca0bf927b3b52e3cb03217e1a1ddf);"
                                + " correct it: a text has 1 to 640 characters, a media URL begins with http:// or https://\",\"status\":422,"
                                + "\"title\":\"Invalid params\",\"detail\":\"The value of one or more parameters is invalid.\","
                                + "\"invalid_parameters\":[{\"name\":\"image.url\",\"reason\":\"is required.\"},"
                                + "{\"name\":\"to\",\"reason\":\"is odd\"}],"
                                + "\"trace_id\":\"bf0ca0bf927b3b52e3cb03217e1a1ddf\"}}\n"));
    }

    /** What to do is the catalogue's: by the kind of the problem, else by its status. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            402 | https://developer.vonage.com/api-errors/#low-balance | 77 | top up
            404 | https://developer.vonage.com/api-errors#not-found    | 65 | --api-url
            422 | https://developer.vonage.com/api-errors/messages#1120 | 65 | --from
            422 | https://developer.vonage.com/api-errors/messages#9999 | 65 | correct
            418 | https://example.com/teapot                            | 65 | change the message; the same would be refused again
            """)
    void theNextStepIsNamed(int status, String type, int exit, String step) {
        Run run = send(request -> Reply.json(status, "{\"type\":\"" + type + "\"}"));
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.err().substring(run.err().indexOf("; "))).containsIgnoringCase(step);
    }

    @Test
    void theTraceIdMayStandInAHeader() {
        assertThat(send(request -> Reply.of(500).header("x-request-id", "abc")).err())
                .isEqualTo("fbmsg: the outcome is unknown (the API answered 500, trace id abc)" + UNKNOWN);
    }

    @Test
    void whatWasNeverConnectedIsNotSent() {
        assertThat(send(request -> {
                    throw new NotSent(false, "127.0.0.1:1: connection refused", null);
                }))
                .isEqualTo(new Run(
                        69,
                        "",
                        "fbmsg: the API cannot be reached (127.0.0.1:1: connection refused);"
                                + " check --api-url and the network; the message was not sent\n"));
    }

    @Test
    void whatBrokeBeforeTheBodyMayBeTriedAgain() {
        Run run = send(request -> {
            throw new NotSent(true, "h: reset", null);
        });
        assertThat(run)
                .isEqualTo(new Run(
                        75,
                        "",
                        "fbmsg: the connection broke before the message was sent (h: reset);"
                                + " try again: it was not taken\n"));
    }

    @Test
    void whatLeftAndWasNotAnsweredIsUnknown() {
        assertThat(send(request -> {
                    throw new Unanswered("h: no answer within 30.0 s", null);
                }))
                .isEqualTo(new Run(76, "", "fbmsg: the outcome is unknown (h: no answer within 30.0 s)" + UNKNOWN));
    }

    @Test
    void anAcceptedMessageWithoutAnIdIsUnknown() {
        assertThat(send(request -> Reply.json(202, "{}")))
                .isEqualTo(new Run(
                        76,
                        "",
                        "fbmsg: the outcome is unknown (the API answered 202 without a message_uuid)" + UNKNOWN));
    }

    /** A gateway's words are a stranger's: an escape sequence in them must not reach the terminal. */
    @Test
    void wordsOfTheFarSideAreMadeFitForATerminal() {
        Run run = send(request -> Reply.json(401, "{\"title\":\"\\u001b[2J\\u202eevil\"}"));
        assertThat(run.err()).contains("401: \\u001b[2J\\u202eevil; ").doesNotContain("\u001b");
    }

    @Test
    void whatAProxyDecidesIsRefusedAndSaysWhatToDo() {
        Run run = send(request -> {
            throw new ProxyTrouble(true, "the proxy p:3128 answered 407: it wants a name and password", "set it", null);
        });
        assertThat(run)
                .isEqualTo(new Run(
                        77,
                        "",
                        "fbmsg: the proxy p:3128 answered 407: it wants a name and password; set it;"
                                + " the message was not sent\n"));
    }

    @Test
    void aProxyThatIsNotThereIsUnavailableAndTriedAgain() {
        int[] attempts = {0};
        Run run = send(
                request -> {
                    attempts[0]++;
                    throw new ProxyTrouble(false, "the proxy p:3128 cannot be reached: unknown host", "check it", null);
                },
                "--json");
        assertThat(run)
                .isEqualTo(
                        new Run(
                                69,
                                "",
                                "fbmsg: the proxy p:3128 cannot be reached: unknown host; check it; the message was not sent\n"
                                        + "{\"v\":1,\"error\":{\"code\":\"unavailable\",\"exit\":69,\"retryable\":true,\"message\":\""
                                        + "the proxy p:3128 cannot be reached: unknown host; check it; the message was not sent\"}}\n"));
        assertThat(attempts[0]).isEqualTo(3);
    }

    @Test
    void whoAsksIsToldWhichProxyIsUsed() {
        Connection connection = new Connection() {
            @Override
            public Reply exchange(Request request) {
                return Reply.json(202, "{\"message_uuid\":\"id\"}");
            }

            @Override
            public Optional<String> proxy() {
                return Optional.of("p:3128 (HTTPS_PROXY)");
            }
        };
        TestHost host = EmulatedFarSide.signer(TestHost.in(folder)).connections((to, timeout, offline) -> connection);
        assertThat(host.run("-v", "send", "--from", "1", "--to", "2", "--text", "Hi")
                        .err())
                .startsWith("fbmsg: 127.0.0.1 is reached through the proxy p:3128 (HTTPS_PROXY)\n");
        host.run("send", "--from", "1", "--to", "2", "--text", "Hi").is(0, "id\n", "");
    }
}
