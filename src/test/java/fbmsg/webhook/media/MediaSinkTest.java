package fbmsg.webhook.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import fbmsg.message.Content;
import fbmsg.message.Event;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink.Taken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of messages, from servers in memory. */
class MediaSinkTest {
    private static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
    private static final String URL = "https://api-us.nexmo.com/v3/media/1";
    private static final String BY_HAND = "; fetch the record's URL yourself, for example with curl";

    @TempDir
    Path folder;

    private final Map<String, Reply> servers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Received> taken = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<String> token = Optional.of("t");
    private boolean fromVonage = true;
    private long nanos;
    private Runnable whenAsked = () -> {};
    private Taken answer = Taken.DONE;

    private MediaSink sink() {
        return sink(this::connect);
    }

    private MediaSink sink(Function<Destination, Connection> connections) {
        MediaFetcher fetcher = new MediaFetcher(connections, () -> token, fromVonage, () -> nanos);
        return new MediaSink(MediaFolder.open(media()), fetcher, warnings::add, received -> {
            taken.add(received);
            return answer;
        });
    }

    /** With a far side that does this. */
    private MediaSink downloading(FarSide what) {
        return sink(destination -> new Connection() {
            @Override
            public Reply exchange(Request request) {
                throw new AssertionError("not for downloads");
            }

            @Override
            public Download download(Request request, OutputStream to, long most)
                    throws NotSent, Unanswered, IOException {
                return what.download(to, most);
            }
        });
    }

    /** What becomes of a download. */
    private interface FarSide {
        Download download(OutputStream to, long most) throws NotSent, Unanswered, IOException;
    }

    private Path media() {
        return folder.resolve("media");
    }

    private Connection connect(Destination destination) {
        return request -> {
            whenAsked.run();
            String url = destination.base() + request.path();
            asked.add(url
                    + request.headers().first("Authorization").map(" "::concat).orElse(""));
            Reply reply = servers.get(url);
            if (reply == null) {
                throw new NotSent(false, destination.base().getHost() + ": unknown host", null);
            }
            return reply;
        };
    }

    private static Reply file(String type) {
        return Reply.of(200).body(type, "bytes");
    }

    private static Reply redirect(String there) {
        return Reply.of(302).header("Location", there);
    }

    private static Received received(String id, Content content) {
        return received(new InboundMessage(
                new MessageId(id), new Psid("234"), new PageId("107"), "2025-02-03T12:14:25Z", content));
    }

    private static Received received(Event event) {
        return new Received(event, Request.postJson("/", Headers.NONE, "{}"), "valid", Optional.empty());
    }

    private static Received image(String url) {
        return received(ID, new Content.Media(Content.Media.Kind.IMAGE, url));
    }

    private Taken take(String url) {
        return sink().take(image(url));
    }

    private Path saved() {
        return Path.of(taken.get(taken.size() - 1).file().orElseThrow());
    }

    private void onlyTold(String why) throws IOException {
        assertThat(taken)
                .singleElement()
                .satisfies(received -> assertThat(received.file()).isEmpty());
        assertThat(warnings).containsExactly("the image of message " + ID + " was not saved: " + why);
        assertThat(filesIn(media())).isEmpty();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Content.Media.Kind.class)
    void theFileOfEachKindIsSavedAndTheMessageGoesOnWithIt(Content.Media.Kind kind) throws Exception {
        servers.put(URL, file("image/png; charset=x"));

        assertThat(sink().take(received(ID, new Content.Media(kind, URL)))).isEqualTo(Taken.DONE);

        assertThat(saved()).isEqualTo(media().resolve(ID + ".png")).hasContent("bytes");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(media())))
                .isEqualTo("rwx------");
        assertThat(filesIn(media())).containsExactly(saved());
        assertThat(taken.get(0).event())
                .isEqualTo(received(ID, new Content.Media(kind, URL)).event());
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatHasNoFileGoesOnAsItIs() {
        Received text = received(ID, new Content.Text(URL));
        sink().take(text);
        sink().take(received(ID, new Content.Other("location")));
        assertThat(taken).hasSize(2).first().isSameAs(text);
        assertThat(asked).isEmpty();
    }

    @Test
    void aFileThatIsThereAlreadyIsNotFetchedAgain() {
        servers.put(URL, file("image/jpeg"));
        take(URL);
        Path first = saved();
        take(URL);
        assertThat(saved()).isEqualTo(first);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://nexmo.com/a, Bearer t",
        "https://media.vonage.com/a, Bearer t",
        "https://scontent.fbcdn.example/a,",
        "https://evilnexmo.com/a,",
        "https://nexmo.com.evil.example/a,"
    })
    void theTokenGoesToVonageOnly(String url, String authorization) {
        servers.put(url, file("image/png"));
        take(url);
        assertThat(asked).containsExactly(authorization == null ? url : url + " " + authorization);
        assertThat(taken.get(0).file()).isPresent();
    }

    @Test
    void withoutApplicationThereIsNoToken() {
        token = Optional.empty();
        servers.put(URL, file("image/png"));
        take(URL);
        assertThat(asked).containsExactly(URL);
    }

    /** Whoever is redirected to Vonage by a stranger asks for what the stranger wants. */
    @Test
    void redirectsAreFollowedAndTheTokenNotGivenToOthersNorAfterThem() {
        servers.put(URL, redirect("/v3/media/2"));
        servers.put("https://api-us.nexmo.com/v3/media/2", redirect("https://cdn.example/3"));
        servers.put("https://cdn.example/3", redirect("https://api.nexmo.com/4"));
        servers.put("https://api.nexmo.com/4", file("image/gif"));

        take(URL);

        assertThat(asked)
                .containsExactly(
                        URL + " Bearer t",
                        "https://api-us.nexmo.com/v3/media/2 Bearer t",
                        "https://cdn.example/3",
                        "https://api.nexmo.com/4");
        assertThat(saved()).isEqualTo(media().resolve(ID + ".gif"));
    }

    @Test
    void redirectsEnd() throws Exception {
        servers.put(URL, redirect(URL));
        take(URL);
        assertThat(asked).hasSize(6);
        onlyTold("api-us.nexmo.com redirects more than 5 times" + BY_HAND);
    }

    @ParameterizedTest
    @CsvSource({"http://api.nexmo.com/x", "ftp://api.nexmo.com/x", "http://169.254.169.254/x"})
    void redirectsLeadToTheWebOnly(String there) throws Exception {
        servers.put(URL, redirect(there));
        take(URL);
        onlyTold("the URL that api-us.nexmo.com redirects to is neither https:// nor of this machine" + BY_HAND);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/x, false", "https://localhost/x, false", "http://[::1]/x, true"})
    void thisMachineIsAskedOnlyWhereThatIsMeant(String url, boolean byRedirect) throws Exception {
        servers.put(URL, redirect(url));
        servers.put(url, file("image/png"));
        fromVonage = false;

        take(byRedirect ? URL : url);

        onlyTold("its URL is of this machine, and anybody may have written it;"
                + " set the signature secret, so that only Vonage's messages are taken");
        asked.clear();
        fromVonage = true;
        take(byRedirect ? URL : url);
        assertThat(asked).last().isEqualTo(url + " Bearer t");
        assertThat(saved()).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | Vonage keeps files for 48 hours",
                "410 | Vonage keeps files for 48 hours",
                "500 | fetch the record's URL yourself, for example with curl",
                "206 | fetch the record's URL yourself, for example with curl",
                "304 | fetch the record's URL yourself, for example with curl"
            })
    void refusalsAreTold(int status, String todo) throws Exception {
        servers.put(URL, Reply.text(status, "no"));
        assertThat(take(URL)).isEqualTo(Taken.DONE);
        onlyTold("api-us.nexmo.com answered " + status + "; " + todo);
    }

    @Test
    void a401AsksForTheApplication() throws Exception {
        servers.put(URL, Reply.of(401));
        token = Optional.empty();
        take(URL);
        onlyTold("api-us.nexmo.com answered 401; its media are for the application only:"
                + " set application_id and private_key_path with 'fbmsg config set'");
    }

    /** Else whoever reaches the port could have anything asked for that the token may read. */
    @Test
    void theTokenGoesWithVonagesMessagesOnly() throws Exception {
        servers.put(URL, Reply.of(401));
        fromVonage = false;
        take(URL);
        assertThat(asked).containsExactly(URL);
        onlyTold("api-us.nexmo.com answered 401; its media are for the application only, whose token goes with Vonage's"
                + " messages: set the signature secret");
    }

    @Test
    void a401ToATokenDoubtsIt() throws Exception {
        servers.put(URL, Reply.of(401));
        take(URL);
        onlyTold("api-us.nexmo.com answered 401 to the application's token;"
                + " check that application and key are those that the Page is linked to");
    }

    @Test
    void whatIsNoUrlIsTold() throws Exception {
        take("https://nexmo.com@evil.example/a");
        assertThat(asked).isEmpty();
        onlyTold("its URL is not one of the Web" + BY_HAND);
    }

    @Test
    void whoCannotBeReachedIsTold() throws Exception {
        take(URL);
        onlyTold("api-us.nexmo.com: unknown host" + BY_HAND);
    }

    @Test
    void whatMayNotBeConnectedToIsTold() throws Exception {
        servers.put(URL, file("image/png"));
        whenAsked = () -> {
            throw Failure.unreachable("offline", "leave it out");
        };
        take(URL);
        onlyTold("offline; leave it out; or fetch the record's URL yourself, for example with curl");
    }

    /** All redirects have to fit into the time of one fetch. */
    @Test
    void timeIsLimitedOverAll() throws Exception {
        servers.put(URL, redirect("https://cdn.example/a"));
        servers.put("https://cdn.example/a", redirect("https://cdn.example/b"));
        whenAsked = () -> nanos += MediaFetcher.LONGEST.toNanos() / 2;
        take(URL);
        assertThat(asked).containsExactly(URL + " Bearer t", "https://cdn.example/a");
        onlyTold("cdn.example: not done within 60 s" + BY_HAND);
    }

    @Test
    void eachConnectionHasWhatIsLeftOfTheTimeAndIsClosed() {
        List<Duration> limits = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        sink(destination -> new Connection() {
                    @Override
                    public Reply exchange(Request request) {
                        limits.add(request.limit().orElseThrow());
                        nanos += Duration.ofSeconds(20).toNanos();
                        return limits.size() == 1 ? redirect("/b") : file("image/png");
                    }

                    @Override
                    public void close() {
                        closed.add(destination.base().getHost());
                    }
                })
                .take(image(URL));
        assertThat(limits).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(40));
        assertThat(closed).hasSize(2);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsTooLargeIsTold() throws Exception {
        downloading((to, most) -> {
                    assertThat(most).isEqualTo(64 << 20);
                    to.write('b');
                    return new Download(Reply.of(200), Download.Body.TOO_LARGE);
                })
                .take(image(URL));
        onlyTold("it is larger than 64 MiB" + BY_HAND);
    }

    @Test
    void whatBreaksOffIsTold() throws Exception {
        downloading((to, most) -> {
                    to.write('b');
                    throw new Unanswered("api-us.nexmo.com: broken off after 1 bytes: reset", null);
                })
                .take(image(URL));
        onlyTold("api-us.nexmo.com: broken off after 1 bytes: reset" + BY_HAND);
    }

    @Test
    void aProxyInTheWayIsTold() throws Exception {
        downloading((to, most) -> {
                    throw new ProxyTrouble(true, "the proxy p:1 answered 407", "correct it", null);
                })
                .take(image(URL));
        onlyTold("the proxy p:1 answered 407; correct it");
    }

    /** It must come again, with its file, when fbmsg runs again. */
    @Test
    void whenTheRunEndsMeanwhileTheMessageIsNotHandedOn() throws Exception {
        whenAsked = () -> Thread.currentThread().interrupt();
        assertThat(take(URL)).isEqualTo(Taken.LATER);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(taken).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(filesIn(media())).isEmpty();
    }

    @Test
    void whatTheNextSinkSaysIsSaid() {
        servers.put(URL, file("image/png"));
        answer = Taken.LATER;
        assertThat(take(URL)).isEqualTo(Taken.LATER);
    }

    @Test
    void aFullDiskIsToldAndTheMessageGoesOn() throws Exception {
        MediaSink sink = downloading((to, most) -> {
            to.write('b');
            throw new IOException("No space left on device");
        });

        assertThat(sink.take(image(URL))).isEqualTo(Taken.DONE);

        onlyTold("the folder " + media() + ": No space left on device; mend that, and fetch the record's URL yourself,"
                + " for example with curl");
        assertThat(sink.notWritten()).isTrue();
    }

    @Test
    void aFolderThatGoesAwayIsTold() throws Exception {
        MediaSink sink = sink();
        Files.delete(media());
        servers.put(URL, file("image/png"));

        assertThat(sink.take(image(URL))).isEqualTo(Taken.DONE);

        assertThat(warnings).singleElement().asString().contains(media() + ": there is no such folder; ");
        assertThat(sink.notWritten()).isTrue();
    }

    @Test
    void aFetchThatFailsIsNotTheDisksFault() {
        MediaSink sink = sink();
        sink.take(image(URL));
        assertThat(sink.notWritten()).isFalse();
    }

    @Test
    void aFolderThatIsAFileCannotBeUsed() throws Exception {
        Files.writeString(media(), "");
        assertThatThrownBy(() -> MediaFolder.open(media()))
                .isInstanceOf(Failure.class)
                .hasMessage("the folder " + media()
                        + " for media cannot be used: a file is in the folder's place; name another, or mend it");
    }

    @Test
    void whatAKilledRunLeftGoesAndWhatAnotherRunWritesStays() throws Exception {
        Files.createDirectories(media());
        Path forgotten = Files.writeString(media().resolve(".fbmsg-1.part"), "");
        Files.setLastModifiedTime(forgotten, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Path other = Files.writeString(media().resolve(".fbmsg-2.part"), "");
        Path mine = Files.writeString(media().resolve("old.jpg"), "");
        Files.setLastModifiedTime(mine, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

        MediaFolder.open(media());

        assertThat(filesIn(media())).containsExactlyInAnyOrder(other, mine);
    }
}
