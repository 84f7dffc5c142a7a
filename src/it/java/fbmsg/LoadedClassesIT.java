package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many classes a command loads, and how many of them come from its archive: what start-up time is made of, and cannot
 * be noisy. The limits are what was counted when they were set and a tenth; whoever exceeds one has put something on the way
 * of every run of that command.
 */
class LoadedClassesIT {
    /** The launcher switches the JVM's log off; this Java switches it on again. */
    private static final String TALKATIVE_JAVA = """
            #!/bin/sh
            for argument do
              shift
              [ "$argument" = -Xlog:disable ] && argument=-Xlog:class+load:file=%s:none
              set -- "$@" "$argument"
            done
            exec "%s" "$@"
            """;

    @TempDir
    static Path home;

    private static Shell shell;
    private static HttpServer vonage;

    @BeforeAll
    static void farSide() throws IOException {
        vonage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = "{\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\"}".getBytes(UTF_8);
        vonage.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        vonage.start();
    }

    @AfterAll
    static void end() {
        vonage.stop(0);
    }

    @BeforeAll
    static void archives() throws IOException {
        Archives made = Archives.in(Files.createDirectory(home.resolve("cache")));
        made.shell(home).run("fbmsg --version");
        made.awaitWhole();
        Path java = home.resolve("java");
        Files.writeString(java, TALKATIVE_JAVA.formatted(log(), Archives.JAVA));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        shell = made.copiedTo(home.resolve("other cache"), java.toString()).shell(home);
        shell.withApplication().run("""
                fbmsg config set application_id "$FBMSG_APPLICATION_ID"
                fbmsg config set private_key_path "$FBMSG_PRIVATE_KEY_PATH"
                fbmsg config set page_id 107
                """);
    }

    /** Up to Java 24 a command takes from its archive what it needs; from 25 on, all that is in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --version                    |   0 |  36 | 195 |  770 | 1650
            link                         |   0 |  47 | 195 |  890 | 1650
            jwt                          |   0 | 160 | 165 | 1180 | 1580
            send --to 1 --text Hi        |   0 | 240 | 300 | 2550 | 3100
            listen --port 0 --timeout 0s | 124 | 255 | 360 | 1480 | 2020
            """)
    void areFewAndFromTheArchive(String command, int exit, int ofFbmsg17, int ofFbmsg25, int others17, int others25)
            throws IOException {
        Launched launched = shell.with(
                        "FBMSG_API_URL",
                        "http://127.0.0.1:" + vonage.getAddress().getPort())
                .run("fbmsg " + command + " </dev/null");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(exit);

        List<Loaded> loaded = loaded();
        Map<String, Long> counts = new TreeMap<>(loaded.stream().collect(groupingBy(Loaded::room, counting())));
        List<String> read = loaded.stream()
                .filter(one -> !one.archived() && !one.isInNoArchive())
                .map(Loaded::name)
                .toList();
        String table = counts + ", not from the archive: " + read;
        boolean all = Runtime.version().feature() >= 25;
        assertThat(counts.get("fbmsg")).as(table).isBetween(20L, (long) (all ? ofFbmsg25 : ofFbmsg17));
        assertThat((long) loaded.size() - counts.get("fbmsg")).as(table).isBetween(500L, (long)
                (all ? others25 : others17));
        assertThat(counts.getOrDefault("com.nimbusds", 0L)).as(table).isLessThanOrEqualTo(1);
        assertThat(read).as(table).hasSizeLessThanOrEqualTo(4);
    }

    /** A line of the log: {@code fbmsg.cli.Main source: shared objects file}. */
    private record Loaded(String name, boolean archived) {
        static Loaded of(String line) {
            String[] parts = line.split(" source: ", 2);
            return new Loaded(parts[0].strip(), parts[1].startsWith("shared objects file"));
        }

        /**
         * What no archive takes: how java.net.http concatenates strings on Java 17, and the events of the
         * JDK's flight recorder.
         */
        boolean isInNoArchive() {
            return name.startsWith("java.lang.invoke.LambdaForm$") || name.startsWith("jdk.internal.event.");
        }

        String room() {
            return Stream.of("fbmsg", "picocli", "tools.jackson", "com.nimbusds")
                    .filter(room -> name.startsWith(room + "."))
                    .findFirst()
                    .orElse("the JDK");
        }
    }

    private static List<Loaded> loaded() throws IOException {
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(Loaded::of)
                    .toList();
        }
    }

    private static Path log() {
        return home.resolve("classes.log");
    }
}
