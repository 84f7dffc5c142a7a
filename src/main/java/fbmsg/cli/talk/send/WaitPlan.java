package fbmsg.cli.talk.send;

import fbmsg.message.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * What is waited for after sending.
 *
 * @param timeout from the moment when all is accepted
 * @param port empty: the settings'
 */
record WaitPlan(Stage stage, Duration timeout, Optional<Integer> port) {}
