package fbmsg.cli.talk.listen.plan;

import java.util.Optional;

/**
 * What is printed of an event.
 *
 * @param field of each record, with {@link Form#FIELD}
 */
public record Output(Form form, Optional<String> field) {
    /** In which form. */
    public enum Form {
        JSON,
        SH,
        PRETTY,
        RAW,
        FIELD
    }
}
