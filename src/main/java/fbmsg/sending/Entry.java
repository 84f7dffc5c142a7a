package fbmsg.sending;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.util.Optional;

/**
 * What a journal says of one key: {@code {"line":7,"sha256":"…","state":"accepted","message_uuid":"…"}}. No text and no
 * user stands in it.
 *
 * @param key a line's number, or an inbound message's id
 * @param digest of the line's bytes, in hexadecimal; empty where the key says it all
 * @param id of the message that was accepted
 */
record Entry(String key, String digest, State state, Optional<String> id) {

    /** How far it got. */
    enum State {
        /** about to leave, and for all that is known afterwards it may have left */
        LEAVING("leaving"),
        ACCEPTED("accepted"),
        /** surely not taken */
        NOT_TAKEN("not_taken"),
        /** it left and no usable answer came */
        UNKNOWN("unknown");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** What whoever reads it later knows. */
        Known known() {
            return switch (this) {
                case NOT_TAKEN -> Known.NOTHING;
                case ACCEPTED -> Known.ACCEPTED;
                case LEAVING, UNKNOWN -> Known.DOUBTFUL;
            };
        }

        static Optional<State> of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /** One line, with its end. */
    String line(String keyName) {
        Document.Builder entry = Document.object();
        if (digest.isEmpty()) {
            entry.with(keyName, key);
        } else {
            entry.with(keyName, new Document.Num(key)).with("sha256", digest);
        }
        return JsonText.compact(
                        entry.with("state", state.word).with("message_uuid", id).build())
                + "\n";
    }

    /** Empty if it is no such line. */
    static Optional<Entry> parse(String line, String keyName) {
        Document document;
        try {
            document = Json.parse(line);
        } catch (MalformedJson e) {
            return Optional.empty();
        }
        Optional<String> key = document.textOrNumber(keyName);
        Optional<State> state = document.text("state").flatMap(State::of);
        return key.isPresent() && state.isPresent()
                ? Optional.of(new Entry(
                        key.get(), document.text("sha256").orElse(""), state.get(), document.text("message_uuid")))
                : Optional.empty();
    }
}
