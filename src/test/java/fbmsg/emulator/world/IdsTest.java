package fbmsg.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    /** However often the others are asked: threads race for those. */
    @Test
    void aSeedRepeatsTheIdsOfMessages() {
        Ids first = Ids.seeded(7);
        Ids second = Ids.seeded(7);
        first.request();
        first.other();
        second.other();
        second.other();
        assertThat(first.message()).isEqualTo(second.message());
        assertThat(first.message()).isEqualTo(second.message());
        assertThat(Ids.seeded(8).message()).isNotEqualTo(Ids.seeded(7).message());
    }

    @Test
    void theyAreRandomUuidsByTheirForm() {
        Ids ids = Ids.seeded(-3);
        assertThat(Stream.generate(ids::message).limit(10_000).map(UUID::fromString))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.version() == 4 && id.variant() == 2);
        assertThat(Stream.of(ids.request(), ids.message(), ids.other())).doesNotHaveDuplicates();
    }
}
