package fbmsg.cli.talk.messenger;

import fbmsg.api.Problem;
import fbmsg.catalogue.ApiError;
import fbmsg.catalogue.ApiErrors;
import fbmsg.catalogue.DeliveryError;
import fbmsg.catalogue.DeliveryErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about an error, in the words of the catalogue, without their full stop: more may follow on the line. */
public final class NextStep {
    private NextStep() {}

    /** By the kind of a problem, as its type or its title has it, else by its status; empty where nothing is known of it. */
    static Optional<String> of(Problem problem) {
        List<ApiError> known = new ArrayList<>();
        problem.type().ifPresent(type -> known.addAll(ApiErrors.find(type)));
        problem.title().ifPresent(title -> known.addAll(ApiErrors.find(title)));
        known.addAll(ApiErrors.find(Integer.toString(problem.status())));
        return known.stream()
                .filter(error -> error.status() == problem.status())
                .findFirst()
                .map(ApiError::advice);
    }

    /** Of a code in a status webhook. */
    public static Optional<String> ofDelivery(String code) {
        return DeliveryErrors.find(code).stream().findFirst().map(DeliveryError::advice);
    }
}
