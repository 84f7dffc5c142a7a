package fbmsg.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.TestFiles;
import fbmsg.cli.TestHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCommandTest {
    private static final String URL = "https://static.nexmo.com/messenger/\n";
    private static final String DASHBOARD = "https://dashboard.nexmo.com/messages/social-channels/facebook-connect\n";
    private static final String NOTE = "fbmsg: if that page is gone, the one that succeeded it: " + DASHBOARD;

    @TempDir
    private Path home;

    @Test
    void itPrintsTheTutorialsPageAndSaysWhatSucceededIt() {
        TestHost.in(home).run("link").is(0, URL, NOTE);
        TestHost.in(home).run("link", "-q").is(0, URL, "");
        TestHost.in(home).run("link", "--dashboard").is(0, DASHBOARD, "");
    }

    @Test
    void aFreshTokenStandsOnTheSecondLine() {
        String token = TestFiles.text("vectors/application-token.jwt") + "\n";

        withKey().run("link", "--jwt").is(0, URL + token, NOTE);
        withKey().run("link", "--jwt", "--dashboard").is(0, DASHBOARD + token, "");
    }

    @Test
    void withoutApplicationNothingIsPrintedAtAll() {
        TestHost.in(home)
                .run("link", "--jwt")
                .is(
                        78,
                        "",
                        "fbmsg: no application id; give --application-id ID, set FBMSG_APPLICATION_ID, or run: fbmsg"
                                + " config set application_id ID\n");
    }

    @Test
    void theBrowserIsOpenedOnRequestOnly() {
        List<String> opened = new ArrayList<>();

        TestHost.in(home).browser(opened::add).run("link", "--open").is(0, URL, NOTE);
        TestHost.in(home)
                .browser(url -> false)
                .run("link", "--open", "-q")
                .is(0, URL, "fbmsg: warning: no browser could be started; open the URL by hand\n");

        assertThat(opened).containsExactly(URL.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nope|unknown option: '--nope'; did you mean --no-input? see: fbmsg link --help",
                "--jw|unknown option: '--jw'; did you mean --jwt? see: fbmsg link --help",
                "page|unexpected argument 'page'; see: fbmsg link --help",
                "--key|missing required parameter for option '--key' (FILE); see: fbmsg link --help",
                "--key --jwt|the option --key has no value (--jwt is an option; as a value write it with =); see: fbmsg"
                        + " link --help"
            })
    void aWrongCommandLineIsExit2AndOneLine(String options, String message) {
        String[] args = ("link " + options).split(" ");

        TestHost.in(home).run(args).is(2, "", "fbmsg: " + message + "\n");
    }

    private TestHost withKey() {
        return TestHost.in(home)
                .env("FBMSG_APPLICATION_ID", "11111111-2222-3333-4444-555555555555")
                .env("FBMSG_PRIVATE_KEY", TestFiles.text("keys/pkcs8.pem"));
    }
}
