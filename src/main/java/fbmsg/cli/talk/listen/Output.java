package fbmsg.cli.talk.listen;

import java.util.Optional;

/**
 * What is printed of an event.
 *
 * @param field of each record, with {@link Form#FIELD}
 */
record Output(Form form, Optional<String> field) {
    static final Output RECORDS = new Output(Form.JSON, Optional.empty());

    /** In which form. */
    enum Form {
        JSON,
        SH,
        PRETTY,
        RAW,
        FIELD
    }
}
