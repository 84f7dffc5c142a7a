package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(3, 100);

    @Test
    void eventsAndBytesHaveALimitEach() {
        assertThat(room.enter(10)).isTrue();
        assertThat(room.enter(91)).as("too many bytes").isFalse();
        assertThat(room.enter(90)).isTrue();
        assertThat(room.enter(0)).isTrue();
        assertThat(room.enter(0)).as("too many events").isFalse();

        room.leave(90);
        assertThat(room.enter(90)).as("what has left has room again").isTrue();
    }

    @Test
    void oneAloneMayHaveAnySize() {
        assertThat(room.enter(1000)).isTrue();
        assertThat(room.enter(1)).isFalse();

        room.leave(1000);
        assertThat(room.enter(1)).isTrue();
        assertThat(room.enter(1000)).as("not alone").isFalse();
    }
}
