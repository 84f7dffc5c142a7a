package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change the config file at the same time wait for each other: no change is lost. */
class ConfigRaceIT {
    @TempDir
    Path home;

    @RepeatedTest(3)
    void eightChangesAtOnceAreAllKept() {
        Launched launched = Shell.sh(home).run("""
                set_() { fbmsg config set "$@" || echo "exit $? of $*" >&2; }
                set_ application_id aaaaaaaa-bbbb-cccc-dddd-0123456789ab &
                set_ private_key_path /dev/null &
                set_ page_id 107000000000001 &
                set_ signature_secret_path /dev/zero &
                set_ api_key abcd1234 &
                set_ api_secret_path /dev/full &
                set_ port 3001 &
                set_ api_url https://api.example.com &
                wait
                fbmsg config show
                ls -A .config/fbmsg
                """);
        assertThat(launched.err()).isEmpty();
        assertThat(launched.text()).isEqualTo("""
                application_id=aaaaaaaa-bbbb-cccc-dddd-0123456789ab
                private_key_path=/dev/null
                page_id=107000000000001
                signature_secret_path=/dev/zero
                api_key=abcd1234
                api_secret_path=/dev/full
                port=3001
                api_url=https://api.example.com
                config.json
                """);
    }
}
