package fbmsg.cli.talk.listen.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is done with events instead of printing them.
 *
 * @param command with its arguments; empty: none is run
 * @param forwardTo URL that webhooks are posted on to; empty: none
 * @param reply whether what the command prints is sent back
 * @param most how long the command or the target may take
 * @param failed file to which the records of events are added that it failed at
 * @param jobs how many at once, of different users
 * @param keepEnvironment whether it gets the variables that hold secrets
 */
public record Handling(
        List<String> command,
        Optional<String> forwardTo,
        boolean reply,
        Duration most,
        Optional<String> failed,
        int jobs,
        boolean keepEnvironment) {
    static final Duration USUAL_MOST = Duration.ofSeconds(60);

    /** Whether events go elsewhere than to standard output. */
    public boolean isGiven() {
        return runsCommand() || forwardTo.isPresent();
    }

    public boolean runsCommand() {
        return !command.isEmpty();
    }
}
