package fbmsg.emulator.webhook;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many webhooks have not been tried yet; with many of them, whoever causes more is slowed down. */
final class Due {
    /** More are taken too, but not at once. */
    private static final int EASILY = 2_000;

    /** A far side that does not answer must not stop everything. */
    private static final long LONGEST_SECONDS = 1;

    /** There may be fewer permits than none. */
    private static final class Room extends Semaphore {
        private static final long serialVersionUID = 1;

        Room() {
            super(EASILY);
        }

        void takeOne() {
            reducePermits(1);
        }
    }

    private final Room room = new Room();

    void add(Delivery delivery) {
        room.takeOne();
        delivery.whenTried(room::release);
    }

    void awaitRoom() {
        try {
            if (room.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
