package fbmsg.cli.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a shell can offer for the value of an option or argument.
 *
 * @param label what help calls it
 * @param words what it may be, for {@link Kind#WORDS}
 */
record CompletedValue(Kind kind, String label, List<String> words) {
    /** How a value is completed. */
    enum Kind {
        /** there is none: the option is a switch */
        NONE,
        /** nobody can know it */
        TEXT,
        FILE,
        /** one of a few */
        WORDS
    }

    static CompletedValue of(ArgSpec spec) {
        List<String> words = new ArrayList<>();
        if (spec.completionCandidates() != null) {
            spec.completionCandidates().forEach(words::add);
        }
        // an option that may go without its value is offered as a switch: what follows is not surely its value
        Kind kind = spec.isOption() && spec.arity().min() == 0
                ? Kind.NONE
                : !words.isEmpty() ? Kind.WORDS : isFile(spec) ? Kind.FILE : Kind.TEXT;
        return new CompletedValue(kind, spec.paramLabel(), kind == Kind.WORDS ? List.copyOf(words) : List.of());
    }

    /** By the type, or by the label: FILE, FILE|none, DIR, and the COMMAND that a listener starts. */
    private static boolean isFile(ArgSpec spec) {
        Class<?> type = spec.auxiliaryTypes().length > 0 ? spec.auxiliaryTypes()[0] : spec.type();
        List<String> parts = Arrays.asList(spec.paramLabel().split("[^A-Z]+"));
        return type == Path.class
                || type == File.class
                || parts.contains("FILE")
                || parts.contains("DIR")
                || !spec.isOption() && parts.contains("COMMAND");
    }

    boolean isGiven() {
        return kind != Kind.NONE;
    }
}
