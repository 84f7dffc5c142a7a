package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.world.Fault;
import fbmsg.emulator.world.Faults;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Having things go wrong. */
record ArmFaults(Faults faults) {

    /** {@code {"fault":"429"}}, and if wanted {@code times} and {@code user}. */
    Reply arm(Request request) throws Refused {
        Document body = Control.body(request, Set.of("fault", "times", "user"));
        Optional<Fault> fault = body.textOrNumber("fault").flatMap(Fault::named);
        Optional<String> times = body.member("times").isPresent() ? body.textOrNumber("times") : Optional.of("1");
        boolean counts = times.filter(count -> count.matches("[1-9][0-9]{0,5}")).isPresent();
        boolean anybody = body.member("user").isEmpty();
        if (fault.isEmpty() || !counts || !anybody && body.text("user").isEmpty()) {
            throw new Refused(Problem.wrongControl(
                    "give fault as one of the names that GET /emulator/faults lists; times, if given, from 1 to 999999; "
                            + "user, if given, as a string"));
        }
        faults.arm(new Faults.Armed(fault.get(), body.text("user"), Integer.parseInt(times.get())));
        return Control.json(201, armed().build());
    }

    /** None strikes any more. */
    Reply disarm() {
        faults.disarm();
        return Reply.of(204);
    }

    /** What is armed, and every fault that could be. */
    Reply listed() {
        List<Document> known = Fault.ALL.stream()
                .map(fault -> Document.object()
                        .with("fault", fault.name())
                        .with("effect", fault.effect())
                        .with("user", fault.recipient())
                        .build())
                .toList();
        return Control.json(200, armed().with("known", Document.of(known)).build());
    }

    private Document.Builder armed() {
        List<Document> armed = faults.armed().stream()
                .map(one -> Document.object()
                        .with("fault", one.fault().name())
                        .with("times", one.times())
                        .with("user", one.user())
                        .build())
                .toList();
        return Document.object().with("armed", Document.of(armed));
    }
}
