package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token reaches the next program whole and alone, in every shell, locale and environment. */
class TokenOutputIT {
    private static final String TOKEN_LINE = "[\\w-]+\\.[\\w-]+\\.[\\w-]+\n";

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "bash --posix", "zsh -f", "fish", "busybox sh", "ksh"})
    void oneTokenAndANewlineGoThroughAPipe(String shell) {
        assertOneToken(Shell.of(shell, home).withApplication().run("fbmsg jwt | cat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "POSIX", "tlh_QO.UTF-8", ""})
    void theLocaleChangesNothing(String locale) {
        assertOneToken(Shell.sh(home).withApplication().with("LC_ALL", locale).run("fbmsg jwt | cat"));
    }

    @Test
    void anEmptyEnvironmentIsEnough() {
        assertOneToken(Shell.sh(home)
                .withApplication()
                .run("env -i PATH=\"$PATH\" HOME=\"$HOME\" JAVA_HOME=\"$JAVA_HOME\" \"$DIST/bin/fbmsg\" jwt"
                        + " --application-id \"$FBMSG_APPLICATION_ID\" --key \"$FBMSG_PRIVATE_KEY_PATH\""));
    }

    @Test
    void noTerminalIsNeeded() {
        Shell.assumeInstalled("setsid");
        assertOneToken(Shell.sh(home).withApplication().with("TERM", null).run("setsid -w fbmsg jwt"));
    }

    @Test
    void aCommandSubstitutionHoldsTheTokenOnly() {
        Launched launched = Shell.sh(home).withApplication().run("t=$(fbmsg jwt); printf '[%s]' \"$t\"");
        assertThat(launched.text()).as(launched.toString()).matches("\\[[\\w-]+\\.[\\w-]+\\.[\\w-]+]");
    }

    @Test
    void whatOneCommandPrintsTheNextOneReads() {
        Launched launched = Shell.sh(home).withApplication().run("fbmsg jwt | fbmsg jwt verify");
        assertThat(launched).usingRecursiveComparison().isEqualTo(new Launched(0, "ok\n".getBytes(UTF_8), ""));
    }

    /** Java decodes its arguments in the locale's encoding: under C these two characters became six question marks. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1"})
    void argumentsAreUtf8InEveryLocale(String locale) {
        assertThat(subject(Shell.sh(home).with("LC_ALL", locale), "'é😀'")).isEqualTo("é😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "  ", "*", "$HOME", "a\nb", "back\\slash", "\"", "@/etc/passwd", "%n", "-x y"})
    void argumentsArriveAsTheyAre(String argument) {
        assertThat(subject(Shell.sh(home).with("ARGUMENT", argument), "\"$ARGUMENT\""))
                .isEqualTo(argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    @Test
    void anEmptyArgumentIsAnArgument() {
        Launched launched = Shell.sh(home).run("fbmsg ''");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(2);
        assertThat(launched.err()).isEqualTo("fbmsg: there is no command ''; see: fbmsg --help\n");
    }

    /** The claim {@code sub} as it stands in the token's payload. */
    private String subject(Shell shell, String word) {
        Launched launched = shell.withApplication().run("fbmsg jwt --sub " + word);
        assertOneToken(launched);
        String payload =
                new String(Base64.getUrlDecoder().decode(launched.text().split("\\.")[1]), UTF_8);
        return payload.replaceAll("(?s).*\"sub\":\"(.*?)\"[,}]\"?.*", "$1");
    }

    private static void assertOneToken(Launched launched) {
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.text()).as(launched.toString()).matches(TOKEN_LINE);
        assertThat(launched.err()).isEmpty();
    }
}
