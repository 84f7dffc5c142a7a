package fbmsg.cli.talk.reply;

import fbmsg.cli.Exit;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.json.JsonSequence;
import fbmsg.json.JsonText;
import fbmsg.message.MessageId;
import fbmsg.sending.Known;
import fbmsg.sending.LeftOver;
import fbmsg.sending.Seen;
import java.util.Optional;

/**
 * What {@code reply} keeps: who was answered, and who is still to be.
 *
 * @param seen empty: nobody keeps it
 * @param failed records that got no answer; empty: nobody keeps them
 */
record AnswerBook(Optional<Seen> seen, Optional<LeftOver> failed) implements AutoCloseable {

    Known known(MessageId inbound) {
        return seen.isPresent() ? seen.get().known(inbound.value()) : Known.NOTHING;
    }

    /** Returns when it is on the disk that an answer is about to leave. */
    void leaving(MessageId inbound) {
        seen.ifPresent(s -> s.leaving(inbound.value()));
    }

    /**
     * Notes how far an answer got.
     *
     * @param now what became of the part that was sent last
     * @param sent how many parts were accepted
     * @param parts of how many
     */
    void settle(JsonSequence.Item item, MessageId inbound, Told now, int sent, int parts) {
        boolean nothing = sent == 0 && now.exit() != Exit.UNKNOWN;
        if (seen.isPresent()) {
            if (now.accepted() && sent == parts) {
                seen.get().answered(inbound.value(), new MessageId(now.message()));
            } else if (nothing) {
                seen.get().notTaken(inbound.value());
            } else if (!now.accepted()) {
                seen.get().doubtful(inbound.value());
            }
        }
        if (nothing) {
            keep(item);
        }
    }

    boolean keepsFailed() {
        return failed.isPresent();
    }

    /** A record that got no answer. */
    void keep(JsonSequence.Item item) {
        item.document().ifPresent(document -> failed.ifPresent(file -> file.add(JsonText.compact(document))));
    }

    @Override
    public void close() {
        try {
            failed.ifPresent(LeftOver::close);
        } finally {
            seen.ifPresent(Seen::close);
        }
    }
}
