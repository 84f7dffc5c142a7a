package fbmsg.emulator;

import static fbmsg.emulator.RequestCase.with;
import static fbmsg.emulator.RequestCase.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of refusal, to the byte. */
class RefusalTest {
    private static final String V1 = "/v1/messages";
    private static final String TRACE = "00000000000040008000000000000001";
    private static final String REQUEST_ID = "00000000-0000-4000-8000-000000000001";

    static Stream<Arguments> kindsOfV1() {
        Document text = RequestsV1.TEXT;
        return Stream.of(
                arguments(with(text, "channel", "\"viber\""), """
                        {"type":"https://developer.vonage.com/api-errors/messages#1100",\
                        "title":"Unsupported channel",\
                        "detail":"The specified channel is not supported.",\
                        "instance":"00000000000040008000000000000001"}"""),
                arguments(with(text, "messenger.category", "\"x\""), """
                        {"type":"https://developer.vonage.com/api-errors/messages#1110",\
                        "title":"Invalid channel parameters",\
                        "detail":"The value of one or more parameters is invalid.",\
                        "instance":"00000000000040008000000000000001",\
                        "invalid_parameters":[{"name":"messenger.category",\
                        "reason":"Must be one of `response`, `update` or `message_tag`."}]}"""),
                arguments(without(text, "from"), """
                        {"type":"https://developer.vonage.com/api-errors/messages#1120",\
                        "title":"Invalid sender",\
                        "detail":"The `from` parameter is invalid for the given channel.",\
                        "instance":"00000000000040008000000000000001"}"""),
                arguments(without(text, "to"), """
                        {"type":"https://developer.vonage.com/api-errors/messages#110",\
                        "title":"Invalid recipient",\
                        "detail":"The `to` parameter is invalid for the given channel.",\
                        "instance":"00000000000040008000000000000001"}"""),
                arguments(with(text, "message_type", "\"sticker\""), """
                        {"type":"https://developer.vonage.com/api-errors/messages#1140",\
                        "title":"Invalid message type",\
                        "detail":"The message type specified in the request is not supported for the given channel.",\
                        "instance":"00000000000040008000000000000001"}"""),
                arguments(with(with(text, "message_type", "\"image\""), "webhook_version", "\"2\""), """
                        {"type":"https://developer.vonage.com/api-errors/messages#1150",\
                        "title":"Invalid params",\
                        "detail":"The value of one or more parameters is invalid.",\
                        "instance":"00000000000040008000000000000001",\
                        "invalid_parameters":[{"name":"image.url","reason":"is required."},\
                        {"name":"webhook_version","reason":"Must be one of `v0.1` or `v1`."}]}"""),
                arguments(with(text, "client_ref", "true"), """
                        {"type":"https://developer.vonage.com/api-errors/messages#1060",\
                        "title":"Invalid client reference",\
                        "detail":"The client reference can be a string of up to 100 characters.",\
                        "instance":"00000000000040008000000000000001"}"""));
    }

    @ParameterizedTest
    @MethodSource("kindsOfV1")
    void brokenRuleOfV1(Document body, String answer) throws Exception {
        check(new Box().post(V1, body), 422, "application/json", answer);
    }

    @Test
    void theFirstKindInThePublishedOrderIsAnswered() throws Exception {
        Document body = without(without(RequestsV1.TEXT, "from"), "text");
        assertThat(new Box().post(V1, body).text()).contains("Invalid sender");
    }

    @Test
    void brokenRuleOfV01() throws Exception {
        Document body = without(RequestsV01.TEXT, "message.content.text");
        check(new Box().post("/v0.1/messages", body), 400, "application/json", """
                {"type":"https://www.nexmo.com/messages/Errors#InvalidParams",\
                "title":"Invalid Parameters",\
                "detail":"Your request parameters did not validate.",\
                "instance":"00000000000040008000000000000001",\
                "invalid_parameters":[{"name":"message.content.text","reason":"is required."}]}""");
    }

    static Stream<Arguments> notJson() {
        return Stream.of(
                arguments("", "line 1, column 1: there is nothing but white space"),
                arguments("[{}]", "line 1, column 1: it is not a JSON object"),
                arguments("{} {}", "something follows the JSON value"),
                arguments("{\"to\":\"1\",\n\"to\":\"2\"}", "line 2, column "),
                arguments("{\"to\":}", "line 1, column 7: Unexpected character"),
                arguments("[".repeat(2000), "it is nested deeper than 500"),
                arguments("{\"a\":".repeat(2000), "it is nested deeper than 500"),
                arguments("{\"to\":\"\\x\"}", "line 1, column "));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void notJson(String body, String detail) throws Exception {
        Reply v1 = new Box().post(V1, body);
        Reply v01 = new Box().post("/v0.1/messages", body);
        assertThat(v1.status()).isEqualTo(422);
        assertThat(v01.status()).isEqualTo(400);
        assertThat(v1.headers().mediaType()).contains("application/json");
        assertThat(v01.text()).isEqualTo(v1.text()).containsIgnoringCase(detail);
    }

    @Test
    void notUtf8() throws Exception {
        byte[] latin1 = "{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        Headers headers = Box.authorized().with("Content-Type", "application/json");
        check(new Box().emulator.exchange(new Request("POST", V1, headers, latin1)), 422, "application/json", """
                {"type":"https://developer.vonage.com/api-errors#invalid-json",\
                "title":"The request body did not contain valid JSON",\
                "detail":"line 1, column 10: it is not UTF-8",\
                "instance":"00000000000040008000000000000001"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/problem+json", "application/x-www-form-urlencoded"})
    void notSentAsJson(String contentType) throws Exception {
        Headers headers =
                contentType.isEmpty() ? Box.authorized() : Box.authorized().with("Content-Type", contentType);
        Request request = new Request("POST", V1, headers, new byte[] {'{', '}'});
        check(new Box().emulator.exchange(request), 415, "application/problem+json", """
                {"type":"https://developer.vonage.com/api-errors#content-type-header",\
                "title":"Unsupported Content-Type header",\
                "detail":"Unsupported Content-Type header provided. Must be one of the following: 'application/json'",\
                "instance":"00000000000040008000000000000001"}""");
    }

    @Test
    void parametersOfTheMediaTypeDoNotMatter() throws Exception {
        Headers headers = Box.authorized().with("Content-Type", "Application/JSON; charset=utf-8");
        Request request = new Request("POST", V1, headers, new byte[] {'{', '}'});
        assertThat(new Box().emulator.exchange(request).status()).isEqualTo(422);
    }

    @Test
    void unknownPath() throws Exception {
        check(new Box().emulator.exchange(Request.get("/v2/messages?a=b")), 404, "application/problem+json", """
                {"type":"https://developer.vonage.com/api-errors#not-found",\
                "title":"Not Found",\
                "detail":"There is nothing at /v2/messages",\
                "instance":"00000000000040008000000000000001"}""");
    }

    @Test
    void wrongMethod() throws Exception {
        Reply reply = new Box().emulator.exchange(Request.get(V1));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().first("Allow")).contains("POST");
        assertThat(reply.headers().first("X-Request-Id")).contains(REQUEST_ID);
    }

    private static void check(Reply reply, int status, String mediaType, String body) {
        assertThat(reply.text()).isEqualTo(body).contains(TRACE);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().mediaType()).contains(mediaType);
        assertThat(reply.headers().first("X-Request-Id")).contains(REQUEST_ID);
    }
}
