package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the start-up archives, nobody notices: neither in what a command does nor in what it says. */
class StartupArchivesIT {
    @TempDir
    static Path shared;

    @TempDir
    Path home;

    private static Archives made;

    /** As a user comes by them: by the first command. */
    @BeforeAll
    static void firstUse() throws IOException {
        made = Archives.in(Files.createDirectory(shared.resolve("cache")));
        assertSilentVersion(made.shell(shared));
        made.awaitWhole();
    }

    @Test
    void thereIsOneForEachKindOfCommandAndNothingIsLeftOver() {
        String ending = Runtime.version().feature() >= 25 ? ".aot" : ".jsa";
        assertThat(made.names())
                .containsExactly(
                        "jwt" + ending,
                        "listen" + ending,
                        "lock",
                        "not-before",
                        "send" + ending,
                        "stamp",
                        "start" + ending);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fbmsg",
                "fbmsg --version",
                "fbmsg --help",
                "fbmsg link",
                "fbmsg no-such-command",
                "fbmsg jwt | fbmsg jwt verify",
                "fbmsg jwt --ttl 48h",
                "fbmsg send --to 1 --text 'é😀' --dry-run | sed 's/^Content-Length.*//'",
                "fbmsg send --from 2 --to 1 --text Hi --api-url http://127.0.0.1:1",
                "fbmsg listen --port 0 --timeout 0 2>/dev/null",
                "fbmsg reply --text Hi </dev/null",
                "fbmsg config show",
                "LC_ALL=C fbmsg jwt --claim 'name=é' | fbmsg jwt decode 2>/dev/null | sed 's/\"[jie][tax][ipt]\".*//'"
            })
    void theSameBytesWithAndWithout(String script) {
        Shell with = made.shell(home).withApplication();
        Launched archived = with.run(script);
        Launched plain = with.with("FBMSG_NO_ARCHIVES", "1").run(script);
        assertThat(archived).hasToString(plain.toString());
        assertThat(archived.out()).isEqualTo(plain.out());
    }

    @Test
    void theLauncherStartsNothingButJavaWithThemToo() {
        Launched launched = made.shell(home)
                .with("JAVA_HOME", null)
                .run("shell=$(command -v sh); PATH=$PWD/none exec \"$shell\" \"$DIST/bin/fbmsg\" --version");
        assertVersion(launched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an archive", "\0\0\0\0"})
    void oneThatIsNoArchiveIsPassedOver(String content) throws IOException {
        Archives spoilt = copy();
        Files.delete(spoilt.of("start"));
        Files.writeString(spoilt.folder().resolve(made.of("start").getFileName()), content);
        assertSilentVersion(spoilt.shell(home));
    }

    /** An archive of another version begins like one. */
    @Test
    void oneOfAnotherJvmIsPassedOver() throws IOException {
        Archives spoilt = copy();
        byte[] archive = Files.readAllBytes(spoilt.of("start"));
        int version = new String(archive, 0, 4096, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(System.getProperty("java.vm.version"));
        assertThat(version).as("where the archive names its JVM").isPositive();
        archive[version] = '9';
        archive[version + 1] = '9';
        spoilt.of("start").toFile().setWritable(true);
        Files.write(spoilt.of("start"), archive);
        assertSilentVersion(spoilt.shell(home));
    }

    /** An installation that was upgraded: the JVM leaves its archives alone, and new ones are made. */
    @Test
    void staleOnesAreMadeAgain() throws IOException {
        Archives stale = copy();
        Path stamp = stale.folder().resolve("stamp");
        Files.writeString(stamp, "what was here before");
        stale.forgetTheLastTry();
        assertSilentVersion(stale.shell(home));
        Archives.await(
                "they are made again",
                () -> content(stamp).equals(content(made.folder().resolve("stamp"))));
        stale.awaitWhole();
    }

    /**
     * An upgrade ran the classes of the version before, until new archives were made: Java 25 takes them from an archive
     * without a look at the jar.
     */
    @Test
    void anotherBuildIsNotRunFromTheArchivesOfTheOneBefore() throws Exception {
        Path installed = home.resolve("installed");
        Launched copied = Shell.sh(home).run("cp -R \"$DIST\" '" + installed + "'");
        assertThat(copied.exit()).as(copied.toString()).isZero();
        Archives archives = Archives.in(Files.createDirectory(home.resolve("its cache")));
        Path stamp = Path.of(archives.cache() + "/fbmsg" + archives.java() + "@" + installed, "stamp");
        Shell shell = archives.shell(home).with("PATH", installed.resolve("bin") + ":" + System.getenv("PATH"));
        assertVersion(shell.run("fbmsg --version"));
        Archives.await("its archives are there", () -> Files.exists(stamp));

        Path source = Files.writeString(
                Files.createDirectories(home.resolve("fbmsg/cli")).resolve("Main.java"),
                "package fbmsg.cli; public class Main { public static void main(String[] args) {"
                        + " System.out.println(\"another build\"); } }");
        Launched built = shell.run("cd '" + home + "' && \"$JAVA_HOME/bin/javac\" " + source
                + " && \"$JAVA_HOME/bin/jar\" uf '" + installed
                + "/lib/fbmsg.jar' fbmsg/cli/Main.class && echo another > '" + installed + "/lib/build'");
        assertThat(built.exit()).as(built.toString()).isZero();
        assertThat(shell.run("fbmsg --version").text()).isEqualTo("another build\n");
    }

    @Test
    void aCacheThatCannotBeWrittenToIsNoHindrance() throws IOException {
        Path file = Files.createFile(home.resolve("a file"));
        assertSilentVersion(made.shell(home).with("XDG_CACHE_HOME", file.toString()));
        assertSilentVersion(made.shell(home).with("XDG_CACHE_HOME", null).with("HOME", "/dev/null"));
        assertSilentVersion(made.shell(home).with("XDG_CACHE_HOME", "relative"));
        assertThat(home.resolve("relative")).doesNotExist();
    }

    /** A limit on the size of files is a disk that is full for large ones. */
    @Test
    void onAFullDiskNothingIsLeftOverAndNobodyTriesAgainAtOnce() {
        Archives full = Archives.in(home.resolve("cache"));
        assertVersion(full.shell(home).run("ulimit -f 2000; fbmsg --version"));
        Archives.await(
                "somebody has tried",
                () -> full.names().equals(List.of("lock", "not-before"))
                        && full.makers().isEmpty());
        assertSilentVersion(full.shell(home));
        assertThat(full.makers()).isEmpty();
    }

    /** Once, two did: the lock was lost when the time of its file was set. */
    @Test
    void ofFourAtOnceOneMakesThem() {
        Archives raced = Archives.in(home.resolve("cache"));
        Launched launched = raced.shell(home).run("for i in 1 2 3 4; do fbmsg --version & done; wait");
        assertThat(launched.text()).isEqualTo("fbmsg 0.1.0\n".repeat(4));
        assertThat(launched.err()).isEmpty();
        raced.awaitWhole();
        assertThat(raced.names()).isEqualTo(made.names());
    }

    @Test
    void whoeverIsKilledInTheMidstOfItIsFollowed() {
        Archives killed = Archives.in(home.resolve("cache"));
        assertSilentVersion(killed.shell(home));
        Archives.await(
                "one is in the making", () -> killed.names().stream().anyMatch(name -> name.startsWith("making-")));
        killed.makers().forEach(ProcessHandle::destroyForcibly);
        Archives.await("nobody is at it", () -> killed.makers().isEmpty());
        assertThat(killed.names()).doesNotContain("stamp");
        assertSilentVersion(killed.shell(home));

        killed.forgetTheLastTry();
        assertSilentVersion(killed.shell(home));
        killed.awaitWhole();
        assertThat(killed.names()).isEqualTo(made.names());
    }

    @Test
    void theyAreOnlyForTheirOwner() throws IOException {
        assertThat(Files.getPosixFilePermissions(made.folder()))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
    }

    /**
     * A place that is not the user's own has none: root with another's HOME once left there what that user could not
     * change. Nor has a path that is not absolute, and no HOME at all is not the root folder.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mkdir own && HOME=$PWD/own                                                                  | yes
            mkdir own && XDG_CACHE_HOME=$PWD/own/new                                                    | yes
            unset HOME                                                                                  | no
            HOME=                                                                                       | no
            HOME=relative                                                                               | no
            mkdir 'x@' && HOME=$PWD/x@ && mv java 'x@/java' && cd 'x@' && PATH=.:$PATH && FBMSG_JAVA=java | no
            mkdir -p own && HOME=$PWD/own/../own                                                        | no
            HOME=/                                                                                      | root
            mkdir another && chown 65534 another && HOME=$PWD/another                                   | another
            mkdir -p another/.cache/fbmsg && chown 65534 another/.cache/fbmsg && HOME=$PWD/another      | another
            """)
    void areOnlyWhereTheyBelong(String settings, String expected) throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        Assumptions.assumeTrue(!expected.equals("another") || root, "only root can give a folder away");
        Path java = Files.writeString(home.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        Launched launched = Shell.sh(home)
                .with("FBMSG_NO_ARCHIVES", null)
                .with("FBMSG_JAVA", java.toString())
                .run("export HOME FBMSG_JAVA XDG_CACHE_HOME; " + settings + "; \"$DIST/bin/fbmsg\" --version");

        assertThat(launched.err()).isEmpty();
        boolean some = launched.text().contains("-Dfbmsg.archives=");
        assertThat(some).as(launched.toString()).isEqualTo(expected.equals("yes") || expected.equals("root") && root);
    }

    /** Java knows such a path only with U+FFFD in it, which is another one. */
    @Test
    void aHomeThatIsNotUtf8HasNone() {
        Launched launched = made.shell(home)
                .with("XDG_CACHE_HOME", null)
                .run(
                        "home=homes/$(printf '\\377') && mkdir -p \"$home\" && HOME=$PWD/$home fbmsg --version && ls homes | wc -l");
        assertThat(launched.text()).as(launched.toString()).matches("fbmsg 0.1.0\n *1\n");
        assertThat(launched.err()).isEmpty();
    }

    /** A debugger's port, once, was still taken by whoever made archives when the next command came. */
    @Test
    void whoeverMakesThemTakesNoOptionsForJavaFromTheEnvironment() throws IOException {
        Archives logged = Archives.in(home.resolve("cache"));
        Launched launched = logged.shell(home)
                .with("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + home + "/log-%p")
                .run("fbmsg --version 2>/dev/null");
        assertThat(launched.text()).isEqualTo("fbmsg 0.1.0\n");
        logged.awaitWhole();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("log-")))
                    .as("JVMs that took the options")
                    .hasSize(1);
        }
    }

    private Archives copy() throws IOException {
        return made.copiedTo(home.resolve("cache"), Archives.JAVA);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static void assertSilentVersion(Shell shell) {
        assertVersion(shell.run("fbmsg --version"));
    }

    private static void assertVersion(Launched launched) {
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.out()).as(launched.toString()).isEqualTo("fbmsg 0.1.0\n".getBytes(UTF_8));
        assertThat(launched.err()).isEmpty();
    }
}
