package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.emulator.world.Fault;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.jwt.Verdict;
import fbmsg.jwt.WebhookSignature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on demand: by a fault's own recipient, or armed. */
class FaultsTest {
    private final Town town = new Town();

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 404, 422, 429, 500, 503})
    void refusals(int status) throws Exception {
        Reply reply = town.send(String.format("900000000000%04d", status), "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("\"title\":", "\"instance\":");
        assertThat(town.emulator.sent()).isEmpty();
        if (status == 429) {
            assertThat(reply.headers().first("Retry-After")).contains("1");
            assertThat(reply.headers().first("X-RateLimit-Reset")).isPresent();
        }
    }

    @Test
    void takenAndNotAnswered() {
        assertThatThrownBy(() -> town.send("9000000000000008", "")).isInstanceOf(Unanswered.class);
        assertThat(town.emulator.sent()).hasSize(1);
        assertThat(town.told()).containsExactly("submitted", "delivered", "read");
    }

    @Test
    void takenAndAnswered500() throws Exception {
        assertThat(town.send("9000000000000009", "").status()).isEqualTo(500);
        assertThat(town.emulator.sent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "9000000000000001, submitted",
        "9000000000000002, 'submitted, delivered'",
        "9000000000000003, 'submitted, submitted, delivered, delivered, read, read'",
        "9000000000000004, 'read, delivered, submitted'",
        "9000000000000005, 'submitted, delivered, read'",
        "9000000000001340, rejected 1340",
        "9000000000001370, rejected 1370",
        "9000000000001260, undeliverable 1260",
        "9000000000009999, rejected 1300",
        "900000000000134, rejected 1300",
    })
    void recipients(String to, String told) throws Exception {
        assertThat(town.send(to, "").status()).isEqualTo(202);
        assertThat(String.join(", ", town.told())).isEqualTo(told);
    }

    @Test
    void lateIsAMinuteLater() throws Exception {
        town.send("9000000000000005", "");
        assertThat(town.waits).filteredOn(Duration.ofSeconds(60)::equals).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"6, Absent", "7, Invalid", "1, Valid"})
    void signatures(int number, String verdict) throws Exception {
        town.send("900000000000000" + number, "");
        Request webhook = town.webhooks.get(0);
        Verdict found = new WebhookSignature(
                        List.of("secret"), Duration.ofMinutes(1), Optional.empty(), Optional.of(Box.APPLICATION))
                .verify(webhook.headers().first("Authorization"), webhook.body(), Box.NOW);
        assertThat(found.getClass().getSimpleName()).isEqualTo(verdict);
    }

    /** What users write too, and the next message first. */
    @Test
    void anInboundMessageComesAfterTheNext() throws Exception {
        town.control("POST", "faults", "{\"fault\":\"out-of-order\",\"user\":\"23\"}");
        town.patience = Duration.ofSeconds(30);
        town.write();
        assertThat(town.inbound()).isEmpty();
        town.control("POST", "users/99/messages", "{\"text\":\"other\"}");
        assertThat(town.inbound().stream().map(webhook -> webhook.text("from").orElseThrow()))
                .containsExactly("99", "23");
    }

    /** But not for ever, if there is no next. */
    @Test
    void anInboundMessageThatIsHeldBackComesAfterAMinute() throws Exception {
        town.control("POST", "faults", "{\"fault\":\"out-of-order\"}");
        town.write();
        assertThat(town.inbound()).hasSize(1);
        assertThat(town.waits).contains(Duration.ofSeconds(60));
    }

    @Test
    void anInboundMessageComesTwice() throws Exception {
        town.control("POST", "faults", "{\"fault\":\"duplicate\"}");
        town.write();
        town.write();
        assertThat(town.inbound()).hasSize(3);
        assertThat(town.inbound().get(0))
                .isEqualTo(town.inbound().get(1))
                .isNotEqualTo(town.inbound().get(2));
    }

    @Test
    void armedFaultsStrikeAsOftenAsToldAndWhomTold() throws Exception {
        town.write();
        assertThat(town.control("POST", "faults", "{\"fault\":\"429\",\"times\":2,\"user\":\"23\"}")
                        .status())
                .isEqualTo(201);
        assertThat(town.control("POST", "faults", "{\"fault\":1340}").status()).isEqualTo(201);

        assertThat(town.send("24", "").status()).isEqualTo(202);
        assertThat(town.told()).containsExactly("rejected 1340");
        assertThat(town.send("23", "").status()).isEqualTo(429);
        assertThat(town.control("GET", "faults", "").text())
                .startsWith("{\"armed\":[{\"fault\":\"429\",\"times\":1,\"user\":\"23\"}],\"known\":[{")
                .contains("{\"fault\":\"unread\",\"effect\":\"submitted and delivered, never read\","
                        + "\"user\":\"9000000000000002\"}");
        assertThat(town.send("23", "").status()).isEqualTo(429);
        assertThat(town.send("23", "").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"fault\":\"nonsense\"}",
                "{\"fault\":\"429\",\"times\":0}",
                "{\"fault\":\"429\",\"times\":\"x\"}",
                "{\"fault\":\"429\",\"times\":1.5}",
                "{\"fault\":\"429\",\"user\":7}",
                "{\"fault\":[\"429\"]}",
                "{\"fault\":\"429\",\"time\":2}"
            })
    void whatIsNoFaultIsRefused(String json) throws Exception {
        assertThat(town.control("POST", "faults", json).status()).isEqualTo(422);
        assertThat(town.world.faults().armed()).isEmpty();
    }

    @Test
    void everyFaultHasANameAndARecipientOfItsOwn() {
        assertThat(Fault.ALL.stream().map(Fault::name)).doesNotHaveDuplicates();
        assertThat(Fault.ALL.stream().map(Fault::recipient))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 16);
    }

    @Test
    void areDisarmed() throws Exception {
        assertThat(town.control("POST", "faults", "{\"fault\":\"429\",\"times\":9}")
                        .text())
                .isEqualTo("{\"armed\":[{\"fault\":\"429\",\"times\":9}]}\n");
        assertThat(town.control("DELETE", "faults", "{}").status()).isEqualTo(204);
        assertThat(town.send("23", "").status()).isEqualTo(202);
    }

    @Test
    void resetDisarms() throws Exception {
        town.control("POST", "faults", "{\"fault\":\"429\",\"times\":9}");
        assertThat(town.control("POST", "reset", "").status()).isEqualTo(204);
        assertThat(town.send("23", "").status()).isEqualTo(202);
    }
}
