package fbmsg.emulator.webhook;

import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * A webhook was posted, or could not be.
 *
 * @param request what went out; empty where the URL is none
 * @param failure why there is no answer
 * @param attempt counts from 1
 * @param next how long until it is posted again; empty: it is not
 */
public record Attempted(
        Delivery.Webhook webhook,
        Optional<Request> request,
        Optional<Reply> answer,
        Optional<String> failure,
        int attempt,
        Optional<Duration> next) {}
