package fbmsg.webhook.media;

import fbmsg.Failure;
import fbmsg.http.Connection;
import fbmsg.http.Destination;
import fbmsg.http.Download;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gets the files of messages from where they are, over redirects if need be.
 *
 * <p>The URL is a stranger's. The application's token goes to Vonage's hosts and to this machine only, and not any more once
 * another host has had a say in where to go. Where anybody may have written the message there is no token, and this machine
 * is not asked.
 */
public final class MediaFetcher {
    /** Bytes; Facebook's own limit is 25 MiB. */
    public static final long LARGEST = 64L << 20;

    /** For one file, redirects and all. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int MOST_REDIRECTS = 5;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
    private static final Headers OWN = Headers.of("User-Agent", "fbmsg");

    private final Function<Destination, Connection> connections;
    private final Supplier<Optional<String>> tokens;
    private final boolean fromVonage;
    private final LongSupplier nanos;

    /**
     * @param connections are closed after use
     * @param tokens of the application; empty: there is none
     * @param fromVonage whether messages are surely Vonage's, or Vonage is a server on this machine
     * @param nanos time that passes
     */
    public MediaFetcher(
            Function<Destination, Connection> connections,
            Supplier<Optional<String>> tokens,
            boolean fromVonage,
            LongSupplier nanos) {
        this.connections = connections;
        this.tokens = tokens;
        this.fromVonage = fromVonage;
        this.nanos = nanos;
    }

    /**
     * Writes the file as it arrives.
     *
     * @return the headers that came with it
     * @throws NotFetched if it could not be had; a part of it may have been written
     * @throws IOException if it could not be written
     */
    Headers fetch(MediaUrl url, OutputStream to) throws NotFetched, IOException {
        long end = nanos.getAsLong() + LONGEST.toNanos();
        MediaUrl here = url;
        boolean trusted = fromVonage;
        for (int asked = 0; asked <= MOST_REDIRECTS; asked++) {
            refuseIfHidden(here);
            trusted &= here.isVonages() || here.isLoopback();
            Optional<String> token = trusted ? tokens.get() : Optional.empty();
            Download download = ask(here, token, Duration.ofNanos(end - nanos.getAsLong()), to);
            switch (download.body()) {
                case WRITTEN -> {
                    return download.reply().headers();
                }
                case TOO_LARGE -> throw new NotFetched("it is larger than " + (LARGEST >> 20) + " MiB");
                case LEFT -> here = next(here, download.reply(), trusted, token.isPresent());
            }
        }
        throw new NotFetched(url.host() + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private void refuseIfHidden(MediaUrl url) throws NotFetched {
        if (url.isLoopback() && !fromVonage) {
            throw new NotFetched(
                    "its URL is of this machine, and anybody may have written it",
                    "set the signature secret, so that only Vonage's messages are taken");
        }
    }

    private Download ask(MediaUrl url, Optional<String> token, Duration most, OutputStream to)
            throws NotFetched, IOException {
        if (most.isNegative() || most.isZero()) {
            throw new NotFetched(url.host() + ": not done within " + LONGEST.toSeconds() + " s");
        }
        Headers headers = token.isPresent() ? OWN.with("Authorization", "Bearer " + token.get()) : OWN;
        Request request = new Request("GET", url.path(), headers, new byte[0]).within(most);
        try (Connection connection = connections.apply(url.destination())) {
            return connection.download(request, to, LARGEST);
        } catch (ProxyTrouble e) {
            throw new NotFetched(e.getMessage(), e.todo());
        } catch (NotSent | Unanswered e) {
            throw new NotFetched(e.getMessage());
        } catch (Failure e) { // offline, or a proxy that is none
            throw new NotFetched(e.getMessage(), "or " + NotFetched.BY_HAND);
        }
    }

    /** Where a redirect leads. */
    private MediaUrl next(MediaUrl url, Reply reply, boolean trusted, boolean withToken) throws NotFetched {
        Optional<String> location = reply.headers().first("Location");
        if (!REDIRECTS.contains(reply.status()) || location.isEmpty()) {
            throw refused(url, reply.status(), trusted, withToken);
        }
        return url.redirected(location.get());
    }

    private NotFetched refused(MediaUrl url, int status, boolean trusted, boolean withToken) {
        String what = url.host() + " answered " + status;
        if (status == 404 || status == 410) {
            return new NotFetched(what, "Vonage keeps files for 48 hours");
        }
        if (status == 401 && url.isVonages() && !fromVonage) {
            return new NotFetched(
                    what,
                    "its media are for the application only, whose token goes with Vonage's messages: set the signature secret");
        }
        if (status != 401 || !trusted) {
            return new NotFetched(what);
        }
        return withToken
                ? new NotFetched(
                        what + " to the application's token",
                        "check that application and key are those that the Page is linked to")
                : new NotFetched(
                        what,
                        "its media are for the application only: set application_id and private_key_path with 'fbmsg config set'");
    }
}
