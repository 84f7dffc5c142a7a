package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;
import java.util.function.Function;

/** What one version of the API asks of the body of a send request. Members that it does not know are not its business. */
public interface Rules {
    Version version();

    Judgement judge(Document body);

    /**
     * For a body that is not a JSON object.
     *
     * @param detail what is wrong with it, and where
     */
    Problem notJson(String detail);

    /** What the rules make of a request. */
    sealed interface Judgement {
        <T> T match(Function<Message, T> kept, Function<Problem, T> broken);

        record Kept(Message message) implements Judgement {
            @Override
            public <T> T match(Function<Message, T> kept, Function<Problem, T> broken) {
                return kept.apply(message);
            }
        }

        record Broken(Problem problem) implements Judgement {
            @Override
            public <T> T match(Function<Message, T> kept, Function<Problem, T> broken) {
                return broken.apply(problem);
            }
        }
    }
}
