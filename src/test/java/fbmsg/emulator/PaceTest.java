package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.world.Pace;
import fbmsg.http.Reply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As the sandbox has one message a second. */
class PaceTest {
    @Test
    void oneTooManyIsToldWhenToComeAgain() throws Exception {
        Town town = new Town(Version.V1, Optional.of(new Pace(2, Duration.ofSeconds(10))));
        assertThat(town.send("23", "").status()).isEqualTo(202);
        assertThat(town.ask("POST", "/v0.1/messages", Box.authorized(), "{}").status())
                .as("counts, though it is refused")
                .isEqualTo(400);
        Reply refused = town.send("23", "");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().first("Retry-After")).contains("10");
        assertThat(refused.headers().first("X-RateLimit-Limit")).contains("2");
        assertThat(refused.headers().first("X-RateLimit-Remaining")).contains("0");
        assertThat(refused.headers().first("X-RateLimit-Reset"))
                .contains(String.valueOf(Box.NOW.plusSeconds(10).toEpochMilli()));
        assertThat(town.emulator.sent()).hasSize(1);
        assertThat(town.ask("GET", "/v2/applications", Town.basic(), "").status())
                .isEqualTo(200);
    }

    @Test
    void afterThatTimeItIsFreeAgain() {
        Pace pace = new Pace(1, Duration.ofSeconds(1));
        assertThat(pace.take(Box.NOW)).isEmpty();
        assertThat(pace.take(Box.NOW.plusMillis(999))).contains(Box.NOW.plusSeconds(1));
        assertThat(pace.take(Box.NOW.plusSeconds(1))).isEmpty();
        assertThat(pace.take(Box.NOW.plusMillis(1500))).isPresent();
    }

    @Test
    void aResetMakesRoom() throws Exception {
        Town town = new Town(Version.V1, Optional.of(new Pace(1, Duration.ofHours(1))));
        town.send("23", "");
        assertThat(town.send("23", "").status()).isEqualTo(429);
        town.control("POST", "reset", "");
        assertThat(town.send("23", "").status()).isEqualTo(202);
    }
}
