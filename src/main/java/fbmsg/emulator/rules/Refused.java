package fbmsg.emulator.rules;

/** A request is answered with a problem, whatever was still to be looked at. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
