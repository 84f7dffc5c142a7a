package fbmsg.cli;

import fbmsg.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where everything that goes wrong becomes one line and an exit code. */
public final class Errors {
    private Errors() {}

    public static Exit exit(Failure failure) {
        return switch (failure.kind()) {
            case USAGE -> Exit.USAGE;
            case CONFIGURATION -> Exit.CONFIGURATION;
            case DATA -> Exit.DATA;
            case MISSING -> Exit.MISSING;
            case UNREACHABLE -> Exit.UNAVAILABLE;
            case NOT_WRITTEN -> Exit.NOT_WRITTEN;
            case CLOSED_PIPE -> Exit.CLOSED_PIPE;
        };
    }

    /** The parser's sentence as ours: what is wrong, and whose help says how it is right. */
    static String usage(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        String what = (end < 0 ? message : message.substring(0, end)).strip();
        String meant = "";
        if (e instanceof UnmatchedArgumentException unmatched) {
            boolean root = e.getCommandLine().getParent() == null;
            String kind = unmatched.isUnknownOption()
                    ? "unknown option: '"
                    : root ? "there is no command '" : "unexpected argument '";
            what = kind + unmatched.getUnmatched().get(0) + "'";
            meant = unmatched.getSuggestions().isEmpty()
                    ? ""
                    : "did you mean " + unmatched.getSuggestions().get(0) + "? ";
        }
        what = what.replace("is not an int", "is not a number");
        String first = what.isEmpty() ? what : Character.toLowerCase(what.charAt(0)) + what.substring(1);
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return first + "; " + meant + "see: " + command + " --help";
    }

    static String bug(Throwable e) {
        return "this is a bug in fbmsg " + Version.NUMBER + "; report it with what follows (without secrets)\n"
                + stackTrace(e);
    }

    static String stackTrace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString().stripTrailing();
    }
}
