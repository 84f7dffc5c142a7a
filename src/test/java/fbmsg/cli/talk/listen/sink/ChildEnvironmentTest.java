package fbmsg.cli.talk.listen.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
    @Test
    void secretsByValueAreTakenOut() {
        Map<String, String> env = Map.of(
                "FBMSG_PRIVATE_KEY", "x",
                "FBMSG_PRIVATE_KEY_PATH", "x",
                "FBMSG_SIGNATURE_SECRET", "x",
                "FBMSG_API_SECRET", "x",
                "VONAGE_APPLICATION_PRIVATE_KEY", "x",
                "NEXMO_API_SECRET", "x",
                "FBMSG_API_SECRET_PATH", "x",
                "MY_SECRET", "x",
                "HOME", "x");

        assertThat(removed(env, false))
                .containsExactlyInAnyOrder(
                        "FBMSG_PRIVATE_KEY",
                        "FBMSG_SIGNATURE_SECRET",
                        "FBMSG_API_SECRET",
                        "VONAGE_APPLICATION_PRIVATE_KEY",
                        "NEXMO_API_SECRET");
        assertThat(removed(env, true)).isEmpty();
    }

    /** The launcher sets LC_ALL for Java; a command gets the user's. */
    @Test
    void theLocaleIsTheUsers() {
        Map<String, String> german = Map.of("FBMSG_LC_ALL", "de_DE.UTF-8", "LC_ALL", "C.UTF-8");
        assertThat(ChildEnvironment.of(german, false).set()).isEqualTo(Map.of("LC_ALL", "de_DE.UTF-8"));
        assertThat(removed(german, false)).containsExactly("FBMSG_LC_ALL");
        assertThat(removed(Map.of("FBMSG_LC_ALL", "", "LC_ALL", "C.UTF-8"), false))
                .containsExactlyInAnyOrder("FBMSG_LC_ALL", "LC_ALL");
        assertThat(removed(Map.of("LC_ALL", "de_DE"), false)).isEmpty();
    }

    /** A shell that had evaluated --format sh before passed the last event's text on to the command. */
    @Test
    void variablesOfAnotherEventAreTakenOut() {
        assertThat(ChildEnvironment.of(Map.of("FBMSG_TEXT", "stale"), true).removed())
                .contains("FBMSG_TEXT", "FBMSG_STATUS", "FBMSG_TYPE", "FBMSG_PAYLOAD")
                .doesNotContain("FBMSG_CONFIG", "FBMSG_PAGE_ID", "FBMSG_API_URL", "FBMSG_PORT");
    }

    private static Set<String> removed(Map<String, String> env, boolean keepSecrets) {
        Set<String> removed =
                new HashSet<>(ChildEnvironment.of(env, keepSecrets).removed());
        ShellLine.variables().forEach(removed::remove);
        return removed;
    }
}
