package fbmsg.emulator;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Rules;
import fbmsg.emulator.world.Ledger;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Sending by one version of the API: credentials, media type, JSON, rules, in this order; then it is in the ledger. */
record SendMessage(
        Rules rules,
        Applications applications,
        Ledger ledger,
        Optional<Users> users,
        Clock clock,
        Supplier<String> ids) {

    /** 202 with the message's id, or a {@link Problem}. */
    Reply answer(Request request, String requestId) {
        return applications
                .identify(request.headers(), clock.instant())
                .match(
                        valid -> take(
                                request, valid.claims().text("application_id").orElseThrow(), requestId),
                        invalid -> Problem.wrongCredentials("the token " + invalid.reason())
                                .reply(requestId),
                        () -> Problem.wrongCredentials("there is no Authorization header")
                                .reply(requestId));
    }

    private Reply take(Request request, String applicationId, String requestId) {
        if (!request.headers().mediaType().equals(Optional.of("application/json"))) {
            return Problem.wrongContentType().reply(requestId);
        }
        return judge(request.body()).match(message -> accept(message, applicationId), p -> p.reply(requestId));
    }

    private Rules.Judgement judge(byte[] body) {
        try {
            Document document = Json.parse(body);
            return document.members().isPresent()
                    ? rules.judge(document)
                    : new Rules.Judgement.Broken(rules.notJson("line 1, column 1: it is not a JSON object"));
        } catch (MalformedJson e) {
            return new Rules.Judgement.Broken(rules.notJson(e.where()));
        }
    }

    private Reply accept(Message message, String applicationId) {
        String messageUuid = ids.get();
        Ledger.Entry entry = new Ledger.Entry(messageUuid, rules.version(), message, applicationId, clock.instant());
        ledger.add(entry);
        users.ifPresent(recipients -> recipients.receive(entry));
        return Reply.json(
                202,
                JsonText.compact(
                        Document.object().with("message_uuid", messageUuid).build()));
    }
}
