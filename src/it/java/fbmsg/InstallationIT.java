package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the tree stands and however it is called, the launcher finds it. */
class InstallationIT {
    private static final byte[] VERSION = "fbmsg 0.1.0\n".getBytes(UTF_8);

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            a path with spaces   | cp -R "$DIST" 'a  b é' && 'a  b é/bin/fbmsg' --version
            a path with a quote  | cp -R "$DIST" "it's" && "it's/bin/fbmsg" --version
            a dash at its start  | mkdir -- -d && cp -R "$DIST" ./-d/t && cd -- -d && t/bin/fbmsg --version
            an absolute link     | ln -s "$DIST/bin/fbmsg" f && ./f --version
            a relative link      | cp -R "$DIST" t && mkdir l && ln -s ../t/bin/fbmsg l/f && l/f --version
            links to links       | mkdir -p x/y && ln -s "$DIST/bin/fbmsg" x/c && ln -s ../c x/y/b && ln -s x/y/b a && ./a --version
            a link on PATH       | mkdir p && ln -s "$DIST/bin/fbmsg" p/fb && PATH=$PWD/p:$PATH && fb --version
            a link named fbmsg   | ln -s "$DIST/bin/fbmsg" fbmsg && ./fbmsg --version
            its folder a link    | ln -s "$DIST/bin" elsewhere && elsewhere/fbmsg --version
            the tree a link      | ln -s "$DIST" tree && tree/bin/fbmsg --version
            through PATH         | cd / && fbmsg --version
            a relative PATH      | cd "$DIST" && PATH=bin:$PATH && fbmsg --version
            this folder on PATH  | cd "$DIST/bin" && PATH=:/usr/bin:/bin && fbmsg --version
            with sh              | sh "$DIST/bin/fbmsg" --version
            with sh, on the spot | cd "$DIST/bin" && PATH=/usr/bin:/bin && sh fbmsg --version
            with CDPATH          | cd "$DIST" && CDPATH=/tmp:/ && export CDPATH && bin/fbmsg --version
            a wrong PWD          | PWD=/nowhere && export PWD && fbmsg --version
            a strange IFS        | IFS=/b && export IFS && fbmsg --version
            """)
    void isFound(String how, String script) {
        // JUnit warns of links that lead out of its folder
        assertVersion(Shell.sh(home).run("cp -R \"$DIST\" 0 && DIST=$PWD/0 && " + script), how);
    }

    @Test
    void aTreeThatLacksItsLibrariesSaysSo() {
        Launched launched = Shell.sh(home).run("mkdir bin && cp \"$DIST/bin/fbmsg\" bin && bin/fbmsg --version");
        assertThat(launched.exit()).isEqualTo(78);
        assertThat(launched.err())
                .isEqualTo(
                        "fbmsg: there is no lib/fbmsg.jar beside bin/fbmsg; install fbmsg whole (bin, lib and share)\n");
    }

    /** Java splits its class path at colons, and knows no escape. */
    @Test
    void aPathThatJavaCannotReadFromSaysSo() {
        Launched launched = Shell.sh(home).run("cp -R \"$DIST\" a:b && a:b/bin/fbmsg --version");
        assertThat(launched.exit()).isEqualTo(78);
        assertThat(launched.err())
                .isEqualTo("fbmsg: Java cannot read from " + home
                        + "/a:b, a path with a colon; install fbmsg elsewhere\n");
    }

    @Test
    void aFolderThatIsGoneIsSaid() {
        Launched launched = Shell.of("dash", home)
                .run(
                        "mkdir gone && cd gone && rmdir ../gone && dash \"$DIST/bin/fbmsg\" --version 2>../err; code=$?; cd .. && tail -n 1 err; exit $code");
        assertThat(launched.exit()).isEqualTo(78);
        assertThat(launched.text()).isEqualTo("fbmsg: the current folder is gone; go to another one\n");
    }

    @Test
    void aHomeIsNotNeeded() {
        assertVersion(Shell.sh(home).with("HOME", null).run("fbmsg --version"), "HOME unset");
    }

    @Test
    void aHomeThatCannotBeWrittenToIsNoHindrance() {
        Launched launched = Shell.sh(home).withApplication().run("""
                mkdir ro && chmod 500 ro && HOME=$PWD/ro fbmsg jwt | fbmsg jwt verify && ls -A ro""");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("ok\n");
        assertThat(launched.err()).isEmpty();
    }

    /** Java asks the user database where home is; shells, and so everybody, ask HOME. */
    @Test
    void homeIsWhatTheShellCallsIt() {
        Launched launched = Shell.sh(home).run("fbmsg config path");
        assertThat(launched.text()).as(launched.toString()).isEqualTo(home + "/.config/fbmsg/config.json\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash --posix", "busybox sh", "ksh", "mksh", "yash"})
    void nothingButJavaIsStarted(String shell) {
        Shell bare = Shell.of(shell, home).with("JAVA_HOME", null);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // on a PATH that holds no command, any command that were started would fail and say so
        String script =
                "shell=$(command -v %s) || exit 99; PATH=$PWD/none FBMSG_JAVA=%s exec \"$shell\" %s \"$DIST/bin/fbmsg\" --version"
                        .formatted(
                                bare.command().get(0),
                                java,
                                String.join(
                                        " ",
                                        bare.command().subList(1, bare.command().size())));
        assertVersion(bare.run(script), shell);
    }

    private static void assertVersion(Launched launched, String how) {
        assertThat(launched.exit()).as(how + "\n" + launched).isZero();
        assertThat(launched.out()).as(how + "\n" + launched).isEqualTo(VERSION);
        assertThat(launched.err()).as(how).isEmpty();
    }
}
