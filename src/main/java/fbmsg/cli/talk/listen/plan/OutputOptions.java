package fbmsg.cli.talk.listen.plan;

import fbmsg.Failure;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.EnumWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is printed of an event. */
public final class OutputOptions {
    private final Option<Output.Form> format;
    private final Option<String> field;
    private final Flag raw;

    public OutputOptions(Syntax command) {
        format = command.choice(
                "--format",
                "FORMAT",
                new EnumWord<>(List.of(Output.Form.JSON, Output.Form.SH, Output.Form.PRETTY)),
                "json (default: a record a line), sh (assignments to eval, a line each), or pretty (for people).");
        field = command.text(
                "--print",
                "FIELD",
                "Print one field of each record: from, text,",
                "payload.message.content.type, and so on.");
        raw = command.flag("--raw", "Print each body's own bytes, and a newline.");
    }

    /** The options that are given. */
    public List<String> given() {
        List<String> given = new ArrayList<>();
        if (format.isGiven()) {
            given.add("--format");
        }
        if (raw.isGiven()) {
            given.add("--raw");
        }
        if (field.isGiven()) {
            given.add("--print");
        }
        return given;
    }

    public Output output() {
        if (given().size() > 1) {
            throw Failure.usage(given().get(0) + " and " + given().get(1) + " exclude each other", "give one of them");
        }
        if (field.isGiven()) {
            return new Output(Output.Form.FIELD, field.value());
        }
        return new Output(raw.isGiven() ? Output.Form.RAW : format.or(Output.Form.JSON), Optional.empty());
    }
}
