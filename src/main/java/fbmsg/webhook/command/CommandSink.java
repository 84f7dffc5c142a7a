package fbmsg.webhook.command;

import fbmsg.webhook.Received;
import fbmsg.webhook.Recent;
import fbmsg.webhook.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a command for each event, the record on its standard input. Exit code 0 is done, 75 comes again, any other is done and
 * failed: a message that always fails must not come back for a day.
 */
public final class CommandSink implements Sink {
    /** By which programs say "try again later" (sysexits.h, EX_TEMPFAIL). */
    private static final int LATER = 75;

    private final Program program;
    private final Surroundings surroundings;
    private final Duration most;
    private final Consumer<byte[]> printed;
    private final Optional<Answerer> answerer;
    private final Incidents incidents;

    /**
     * What a command has said of an event whose answer could not be sent yet: it is not run again for it. Whoever's answer is
     * forgotten, the oldest, has the command run again.
     */
    private final Map<String, String> answers = Collections.synchronizedMap(new Recent<>(1000));

    /**
     * @param most how long a run may take
     * @param printed gets what commands print, but for answers
     * @param answerer empty: what they print is no answer
     */
    public CommandSink(
            Program program,
            Surroundings surroundings,
            Duration most,
            Consumer<byte[]> printed,
            Optional<Answerer> answerer,
            Incidents incidents) {
        this.program = program;
        this.surroundings = surroundings;
        this.most = most;
        this.printed = printed;
        this.answerer = answerer;
        this.incidents = incidents;
    }

    @Override
    public Taken take(Received received) {
        String answer = answers.get(received.id());
        return answer == null ? run(received) : send(received, answer);
    }

    private Taken run(Received received) {
        Optional<Program.Trouble> trouble = program.trouble();
        if (trouble.isPresent()) {
            return later(received, trouble.get().what() + " any more");
        }
        boolean answers = answerer.isPresent() && received.event().match(inbound -> true, status -> false);
        try {
            Child.Ended ended = Child.run(
                    program,
                    surroundings.of(received),
                    (received.line() + "\n").getBytes(StandardCharsets.UTF_8),
                    answers ? Optional.empty() : Optional.of(printed),
                    most);
            return ended(received, ended, answers);
        } catch (IOException e) {
            return later(received, program.name() + " could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            return later(received, program.name() + " was ended, as the run is");
        }
    }

    private Taken ended(Received received, Child.Ended ended, boolean answers) {
        if (ended.exit().isEmpty()) {
            return failed(received, program.name() + " was not done after " + seconds(most) + " and was ended");
        }
        int exit = ended.exit().get();
        if (exit == LATER) {
            return later(received, program.name() + " ended with exit code " + LATER);
        }
        if (exit != 0) {
            return failed(received, program.name() + " ended with exit code " + exit);
        }
        return answers ? answer(received, ended.output()) : Taken.DONE;
    }

    private Taken answer(Received received, byte[] output) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(output))
                    .toString();
        } catch (CharacterCodingException e) {
            return failed(received, "what " + program.name() + " printed is not UTF-8");
        }
        String answer = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (answer.isEmpty()) {
            incidents.silent(received);
            return Taken.DONE;
        }
        return send(received, answer);
    }

    private Taken send(Received received, String answer) {
        answers.put(received.id(), answer);
        Taken taken = received.event()
                .match(inbound -> answerer.orElseThrow().answer(received, inbound, answer), status -> Taken.DONE);
        if (taken == Taken.DONE) {
            answers.remove(received.id());
        } else {
            incidents.comesAgain(received, "its answer could not be sent, and is kept");
        }
        return taken;
    }

    private Taken later(Received received, String why) {
        incidents.comesAgain(received, why);
        return Taken.LATER;
    }

    private Taken failed(Received received, String what) {
        incidents.failed(received, what);
        return Taken.DONE;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
