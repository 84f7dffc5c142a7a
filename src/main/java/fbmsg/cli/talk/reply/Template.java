package fbmsg.cli.talk.reply;

import fbmsg.Failure;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import java.util.ArrayList;
import java.util.List;

/** A text with places for what somebody wrote: {@code You said: {text}}. Two braces stand for one. */
final class Template {
    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** What may stand between braces. */
    private enum Place {
        FROM,
        TEXT,
        TYPE;

        String of(InboundMessage message) {
            return switch (this) {
                case FROM -> message.from().value();
                case TYPE -> message.content().type();
                case TEXT -> message.content().match(Content.Text::text, media -> "", raw -> "", other -> "");
            };
        }
    }

    /**
     * @param place null for a text that stands for itself
     */
    private record Piece(String text, Place place) {
        String of(InboundMessage message) {
            return place == null ? text : place.of(message);
        }
    }

    /**
     * @throws Failure if a name is unknown, or a brace is not closed
     */
    static Template of(String typed) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) != '{') {
                text.append(typed.charAt(i));
            } else if (typed.startsWith("{{", i)) {
                text.append('{');
                i++;
            } else {
                int close = typed.indexOf('}', i);
                if (close < 0) {
                    throw Failure.usage("the --template has a { that is not closed", "write {{ for a brace");
                }
                pieces.add(new Piece(text.toString(), null));
                pieces.add(new Piece("", place(typed.substring(i + 1, close))));
                text.setLength(0);
                i = close;
            }
        }
        pieces.add(new Piece(text.toString(), null));
        return new Template(pieces);
    }

    private static Place place(String name) {
        return switch (name) {
            case "from" -> Place.FROM;
            case "text" -> Place.TEXT;
            case "type" -> Place.TYPE;
            default ->
                throw Failure.usage(
                        "the --template has an unknown name, {" + name + "}",
                        "there are {from}, {text} and {type}; write {{ for a brace");
        };
    }

    /** The text for one message; of one that is no text, {@code {text}} is empty. */
    String filled(InboundMessage message) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.of(message)));
        return text.toString();
    }
}
