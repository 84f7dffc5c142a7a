package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

        assertThat(ChildEnvironment.of(env, false).removed())
                .containsExactlyInAnyOrder(
                        "FBMSG_PRIVATE_KEY",
                        "FBMSG_SIGNATURE_SECRET",
                        "FBMSG_API_SECRET",
                        "VONAGE_APPLICATION_PRIVATE_KEY",
                        "NEXMO_API_SECRET");
        assertThat(ChildEnvironment.of(env, true).removed()).isEmpty();
    }

    /** The launcher sets LC_ALL for Java; a command gets the user's. */
    @Test
    void theLocaleIsTheUsers() {
        assertThat(ChildEnvironment.of(Map.of("FBMSG_LC_ALL", "de_DE.UTF-8", "LC_ALL", "C.UTF-8"), false))
                .extracting("set", "removed")
                .containsExactly(Map.of("LC_ALL", "de_DE.UTF-8"), java.util.Set.of("FBMSG_LC_ALL"));
        assertThat(ChildEnvironment.of(Map.of("FBMSG_LC_ALL", "", "LC_ALL", "C.UTF-8"), false)
                        .removed())
                .containsExactlyInAnyOrder("FBMSG_LC_ALL", "LC_ALL");
        assertThat(ChildEnvironment.of(Map.of("LC_ALL", "de_DE"), false).removed())
                .isEmpty();
    }
}
