package fbmsg.cli.talk.reply;

import fbmsg.Failure;
import fbmsg.api.Outcome;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.Ending;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.SendReport;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.json.JsonSequence;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.Terms;
import fbmsg.sending.Courier;
import fbmsg.sending.Known;
import fbmsg.sending.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One run of {@code reply}: from the first record to the exit code. */
final class Replying {
    private final Session session;
    private final Terms terms;
    private final Function<InboundMessage, List<Content>> answers;
    private final SendReport report;
    private final Courier courier;
    private final Pace pace;
    private final AnswerBook book;
    private volatile boolean inHand;

    /**
     * @param answers what is said to whom, in one message or several
     */
    Replying(
            Session session,
            Terms terms,
            Function<InboundMessage, List<Content>> answers,
            SendReport report,
            Messenger messenger,
            AnswerBook book) {
        this.session = session;
        this.terms = terms;
        this.answers = answers;
        this.report = report;
        this.pace = new Pace(session.host().timer(), Duration.ZERO);
        this.courier = messenger.courier(pace);
        this.book = book;
    }

    /**
     * Answers all, or until nothing more would be taken.
     *
     * @throws Failure if there is no record at all, or the input cannot be read
     */
    Exit run(JsonSequence records) {
        return Ending.guarded(session, pace::stop, () -> inHand, () -> {}, () -> answerAll(records));
    }

    private Exit answerAll(JsonSequence records) {
        Exit worst = Exit.OK;
        try {
            Optional<JsonSequence.Item> item = records.next();
            if (item.isEmpty()) {
                throw Failure.data("standard input is empty", "pipe in what 'fbmsg listen' prints");
            }
            for (; item.isPresent() && !pace.isStopped(); item = records.next()) {
                inHand = true;
                worst = worst.or(answer(item.get()).exit());
                inHand = false;
                if (pace.isStopped()) {
                    session.complain(
                            "stopped: the records after line " + item.get().line() + " are not answered");
                    keepTheRest(records);
                }
            }
        } catch (IOException e) {
            throw Failure.missing("standard input cannot be read: " + e.getMessage(), "check the pipe");
        }
        return worst;
    }

    /** What has come already; whoever writes into the pipe may do so for ever. */
    private void keepTheRest(JsonSequence records) throws IOException {
        while (book.keepsFailed() && records.isReady()) {
            records.next().ifPresent(book::keep);
        }
    }

    private Told answer(JsonSequence.Item item) {
        InboundMessage inbound;
        try {
            Optional<InboundMessage> found = InboundRecord.decode(item);
            if (found.isEmpty()) {
                session.note("input line " + item.line() + ": skipped, a status is nothing to answer");
                return Told.nothing();
            }
            inbound = found.get();
        } catch (NotAnEvent e) {
            book.keep(item);
            Told told = Told.badData(e.getMessage(), "give what 'fbmsg listen' prints, or Vonage's webhooks");
            return report.failed(item.line(), "", told);
        }
        Known known = book.known(inbound.id());
        if (known == Known.ACCEPTED) {
            session.note("input line " + item.line() + ": skipped, message " + inbound.id() + " was answered before");
            return Told.nothing();
        }
        if (known == Known.DOUBTFUL) {
            return report.failed(item.line(), inbound.from().value(), Told.leftBefore("its answer"));
        }
        try {
            return answer(item, inbound, answers.apply(inbound));
        } catch (InvalidMessage e) {
            book.keep(item);
            return report.failed(
                    item.line(), inbound.from().value(), new Told(Exit.DATA, e.getMessage(), Optional.empty()));
        }
    }

    private Told answer(JsonSequence.Item item, InboundMessage inbound, List<Content> contents) {
        Told told = Told.nothing();
        int sent = 0;
        for (Content content : contents) {
            OutboundMessage message = new OutboundMessage(inbound.to(), inbound.from(), content, terms);
            boolean first = sent == 0;
            Optional<Outcome> outcome = courier.send(message, () -> {
                if (first) {
                    book.leaving(inbound.id());
                }
            });
            if (outcome.isEmpty()) {
                book.keep(item); // told to end before it could leave
                return told;
            }
            if (courier.endsAll(outcome.get())) {
                pace.stop();
            }
            Told now = report.told(outcome.get());
            sent += now.accepted() ? 1 : 0;
            try {
                book.settle(item, inbound.id(), now, sent, contents.size());
            } finally {
                told = report.answer(item.line(), message, inbound.id().value(), now);
            }
            if (!told.accepted()) {
                return told;
            }
        }
        return told;
    }
}
