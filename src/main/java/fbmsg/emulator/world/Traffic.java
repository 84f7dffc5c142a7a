package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Attempted;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The latest requests to the API and posts of webhooks, whole, for whoever looks on. Safe for many threads. */
public final class Traffic {
    private static final int MOST = 500;
    private static final long HEAVIEST = 8L << 20;
    private static final int LONGEST_SHOWN = 64 << 10;

    private final Clock clock;
    private final Feed feed;
    private final Window<Exchanged> latest = new Window<>(MOST, HEAVIEST, Exchanged::weight);
    private long count;

    Traffic(Clock clock, Feed feed) {
        this.clock = clock;
        this.feed = feed;
    }

    /** One request and what came of it; webhooks have an event. */
    private record Exchanged(
            long number,
            Instant at,
            String url,
            Optional<Request> request,
            Optional<Reply> answer,
            Optional<String> failure,
            Optional<Attempted> webhook) {

        long weight() {
            return 1_000L
                    + url.length()
                    + request.map(sent -> weight(sent.headers(), sent.body())).orElse(0L)
                    + answer.map(reply -> weight(reply.headers(), reply.body())).orElse(0L);
        }

        private static long weight(Headers headers, byte[] body) {
            return body.length
                    + headers.fields().stream()
                            .mapToLong(field -> field.value().length())
                            .sum();
        }

        Document shown() {
            Document.Builder shown = Document.object()
                    .with("number", number)
                    .with("kind", webhook.isPresent() ? "webhook" : "request")
                    .with("at", at.toString())
                    .with("method", request.map(Request::method).orElse("POST"))
                    .with("url", url);
            webhook.ifPresent(attempted -> shown.with(
                            "event", attempted.webhook().event())
                    .with("message_uuid", attempted.webhook().messageUuid())
                    .with("attempt", attempted.attempt())
                    .with("next", attempted.next().map(wait -> at.plus(wait).toString())));
            acceptedId().ifPresent(id -> shown.with("message_uuid", id));
            boolean refused = answer.filter(reply -> reply.status() == 401).isPresent() && webhook.isEmpty();
            request.ifPresent(
                    sent -> put(shown, refused ? withoutSecrets(sent.headers()) : sent.headers(), sent.body()));
            answer.ifPresent(reply -> {
                Document.Builder answered = Document.object().with("status", reply.status());
                put(answered, reply.headers(), reply.body());
                shown.with("answer", answered.build());
            });
            return shown.with("failure", failure).build();
        }

        /** Of the message that this request brought. */
        private Optional<String> acceptedId() {
            Optional<Reply> accepted = answer.filter(reply -> webhook.isEmpty() && reply.status() == 202);
            try {
                return accepted.isPresent() ? Json.parse(accepted.get().body()).text("message_uuid") : Optional.empty();
            } catch (MalformedJson e) {
                return Optional.empty();
            }
        }

        /** What was refused here may open something elsewhere: it was perhaps not meant for an emulator. */
        private static Headers withoutSecrets(Headers headers) {
            Headers shown = Headers.NONE;
            for (Headers.Field field : headers.fields()) {
                boolean secret = field.name().equalsIgnoreCase("Authorization");
                shown = shown.with(field.name(), secret ? "(not shown: it was refused)" : field.value());
            }
            return shown;
        }

        private static void put(Document.Builder shown, Headers headers, byte[] body) {
            List<Document> fields = headers.fields().stream()
                    .map(field -> Document.of(List.of(Document.of(field.name()), Document.of(field.value()))))
                    .toList();
            shown.with("headers", Document.of(fields));
            String text = new String(body, StandardCharsets.UTF_8);
            boolean key = text.contains("-----BEGIN PRIVATE KEY-----");
            if (key) {
                shown.with("body", Document.NULL).with("body_note", "not shown: a private key is in it");
            } else if (body.length > LONGEST_SHOWN) {
                shown.with("body", Document.NULL).with("body_note", body.length + " bytes, too many to show");
            } else if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
                shown.with("body", Document.NULL).with("body_note", body.length + " bytes that are not UTF-8");
            } else {
                shown.with("body", text);
            }
        }
    }

    /**
     * A request to the API.
     *
     * @param answer empty: the connection was closed without one
     */
    public void request(Request request, Optional<Reply> answer) {
        String host = request.headers().first("Host").orElse("127.0.0.1");
        Optional<String> failure =
                answer.isPresent() ? Optional.empty() : Optional.of("the connection was closed without an answer");
        add("http://" + host + request.path(), Optional.of(request), answer, failure, Optional.empty());
    }

    /** A post of a webhook. */
    void webhook(Attempted attempted) {
        add(
                attempted.webhook().url(),
                attempted.request(),
                attempted.answer(),
                attempted.failure(),
                Optional.of(attempted));
    }

    synchronized List<Document> shown() {
        return latest.items().stream().map(Exchanged::shown).toList();
    }

    synchronized void forget() {
        latest.clear();
    }

    private synchronized void add(
            String url,
            Optional<Request> request,
            Optional<Reply> answer,
            Optional<String> failure,
            Optional<Attempted> webhook) {
        Exchanged added = new Exchanged(++count, clock.instant(), url, request, answer, failure, webhook);
        latest.add(added);
        feed.publish("exchange", added::shown);
    }
}
