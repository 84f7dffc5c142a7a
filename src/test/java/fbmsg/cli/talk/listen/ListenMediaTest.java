package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Headers;
import fbmsg.http.HostileServer;
import fbmsg.http.HttpListener;
import fbmsg.http.HttpSender;
import fbmsg.http.ListenerLimits;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command, and a media server on this machine, with real connections. */
class ListenMediaTest extends ListenCase {
    private static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
    private static final byte[] IMAGE = new byte[3_000_000];

    static {
        for (int i = 0; i < IMAGE.length; i++) {
            IMAGE[i] = (byte) (i * 7);
        }
    }

    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private HttpListener server;

    @BeforeEach
    void mediaServer() {
        server = HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, this::serve, bug -> {});
        host.connections(HttpSender::new);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Reply serve(Request request) {
        asked.add(request);
        return switch (request.path()) {
            case "/v3/media/1" ->
                new Reply(200, Headers.of("Content-Type", "image/png"), IMAGE, Reply.Departure.IGNORED);
            case "/moved" -> Reply.of(307).header("Location", "/v3/media/1");
            default -> Reply.text(404, "none");
        };
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private int postImage(String url) throws Exception {
        return post(inbound(ID, "234", "image", "\"image\":{\"url\":\"" + url + "\"}"));
    }

    private Path saved() {
        return folder.resolve("media").resolve(ID + ".png");
    }

    private static String authorization(Request request) {
        return request.headers().first("Authorization").orElse("");
    }

    @Test
    void theRecordSaysWhereTheFileIs() throws Exception {
        EmulatedFarSide.signer(host);
        Future<Run> run = start("--save-media", "media");

        assertThat(postImage(url("/moved"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("\"url\":\"" + url("/moved") + "\",\"file\":\"" + saved() + "\"");
        assertThat(saved()).hasBinaryContent(IMAGE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved())))
                .isEqualTo("rw-------");
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(request -> assertThat(authorization(request)).matches("Bearer [^.]+\\.[^.]+\\.[^.]+"));
    }

    @Test
    void whereNoApplicationIsSetThereIsNoToken() throws Exception {
        host.env("FBMSG_API_URL", "http://127.0.0.1:4010");
        Future<Run> run = start("--save-media", "media", "--print", "file");
        postImage(url("/v3/media/1"));
        assertThat(end(run).out()).isEqualTo(saved() + "\n");
        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(authorization(request)).isEmpty());
    }

    @Test
    void aCommandGetsThePathInItsRecord() throws Exception {
        EmulatedFarSide.signer(host);
        Future<Run> run = start("--save-media", "media", "--verify", "off", "--", "sh", "-c", "cat > got");
        postImage(url("/v3/media/1"));
        assertThat(end(run).exit()).isZero();
        assertThat(folder.resolve("got")).content().contains("\"file\":\"" + saved() + "\"");
    }

    /** It would be asked by whoever reaches the port, and could be anything. */
    @Test
    void aStrangerCannotHaveThisMachineAsked() throws Exception {
        Future<Run> run = start("--save-media", "media");
        assertThat(postImage(url("/v3/media/1"))).isEqualTo(200);
        Run ended = end(run);
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("\"type\":\"image\"").doesNotContain("\"file\"");
        assertThat(ended.err())
                .contains(
                        "fbmsg: warning: the image of message " + ID + " was not saved: its URL is of this machine, and"
                                + " anybody may have written it; set the signature secret,");
        assertThat(asked).isEmpty();
    }

    /** Whoever knows the secret may mean this machine. */
    @Test
    void aSignedMessageMay() throws Exception {
        host.env("FBMSG_SIGNATURE_SECRET", "secret");
        Future<Run> run = start("--save-media", "media", "--print", "file");
        String listener = host.err.await("listening on (http://[^ ]+) ");
        TestHost sender =
                TestHost.in(folder).env("FBMSG_SIGNATURE_SECRET", "secret").connections(HttpSender::new);

        Run sent = sender.run("trigger", "inbound", listener, "--message-uuid", ID, "--image", url("/v3/media/1"));

        assertThat(sent.exit()).as(sent.toString()).isZero();
        assertThat(end(run).out()).isEqualTo(saved() + "\n");
    }

    @Test
    void aFileThatBreaksOffIsToldAndNothingOfItStays() throws Exception {
        EmulatedFarSide.signer(host);
        try (HostileServer breaking =
                new HostileServer(HostileServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"))) {
            Future<Run> run = start("--save-media", "media");
            assertThat(postImage(breaking.url())).isEqualTo(200);
            Run ended = end(run);
            assertThat(ended.exit()).isZero();
            assertThat(ended.out()).doesNotContain("\"file\"");
            assertThat(ended.err())
                    .contains(" was not saved: 127.0.0.1:" + breaking.port() + ": broken off after 4 bytes: ");
        }
        assertThat(folder.resolve("media")).isEmptyDirectory();
    }

    @Test
    void offlineOtherMachinesAreNotAsked() throws Exception {
        Future<Run> run = start("--save-media", "media", "--offline");
        assertThat(postImage("https://api-us.nexmo.com/v3/media/1")).isEqualTo(200);
        assertThat(end(run).err()).contains(" was not saved: offline: the connection to api-us.nexmo.com is refused; ");
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidBeforeAnythingIsTaken() throws Exception {
        host.file("media", "");
        Run ended = end(start("--save-media", "media"));
        assertThat(ended.exit()).isEqualTo(74);
        assertThat(ended.err())
                .contains("media for media cannot be used: a file is in the folder's place; ")
                .doesNotContain("listening");
    }

    @Test
    void whatCouldNotBeWrittenIsTheExitCode() throws Exception {
        EmulatedFarSide.signer(host);
        Future<Run> run = start("--save-media", "media");
        host.err.await("(listening on)");
        Files.delete(folder.resolve("media"));
        assertThat(postImage(url("/v3/media/1"))).isEqualTo(200);
        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(74);
        assertThat(ended.out()).hasLineCount(1);
    }

    /** The key can be read once, and both need it. */
    @Test
    void theKeyMayComeByStandardInputForAnswersToo() throws Exception {
        EmulatedFarSide.signer(host);
        String key = host.env.remove("FBMSG_PRIVATE_KEY");
        host.stdin(key);
        Future<Run> run = start(
                "--save-media", "media", "--key", "-", "--verify", "off", "--reply", "--", "sh", "-c", "cat > got");
        postImage(url("/v3/media/1"));
        assertThat(end(run).exit()).isZero();
        assertThat(authorization(asked.get(0))).startsWith("Bearer ");
    }
}
