package fbmsg.cli.talk.content;

import fbmsg.Failure;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.message.Content;
import fbmsg.message.Lengths;
import fbmsg.message.OutboundMessage;
import fbmsg.message.TextParts;
import java.util.ArrayList;
import java.util.List;

/** What a message says: exactly one of these. */
public final class ContentOptions {
    private final Option<String> text;
    private final Option<String> textFile;
    private final Option<String> image;
    private final Option<String> audio;
    private final Option<String> video;
    private final Option<String> file;
    private final Option<String> rawJson;
    private final Flag split;

    ContentOptions(Syntax command) {
        text = command.text("--text", "TEXT", "The text, at most 640 characters.");
        textFile = command.text(
                "--text-file",
                "FILE",
                "The text from a file, or '-' for standard input; one final newline is dropped.");
        image = command.text("--image", "URL", "An image at a public URL: jpg, png or gif.");
        audio = command.text("--audio", "URL", "A sound: mp3.");
        video = command.text("--video", "URL", "A video: mp4.");
        file = command.text("--file", "URL", "Any other file: pdf, zip, ...");
        rawJson = command.text(
                "--raw-json", "FILE", "Members of the request's body as the API has them, from a file or '-'.");
        split = command.flag("--split", "Send a text that is too long as several messages.");
    }

    public boolean claimsStdin() {
        return textFile.or("").equals("-") || rawJson.or("").equals("-");
    }

    public boolean isGiven() {
        return !given().isEmpty();
    }

    /** The names of those that are given. */
    public List<String> given() {
        List<String> names = new ArrayList<>();
        note(names, text, "--text");
        note(names, textFile, "--text-file");
        note(names, image, "--image");
        note(names, audio, "--audio");
        note(names, video, "--video");
        note(names, file, "--file");
        note(names, rawJson, "--raw-json");
        return names;
    }

    private static void note(List<String> names, Option<String> option, String name) {
        if (option.isGiven()) {
            names.add(name);
        }
    }

    public boolean splits() {
        return split.isGiven();
    }

    /**
     * The content, of one message or, of a text that is to be split, of several. Without an option it is the text that comes
     * on standard input.
     *
     * @throws Failure if there is none, or more than one, or a file or stream cannot be read
     * @throws fbmsg.message.InvalidMessage if it cannot be sent
     */
    public List<Content> read(Session session, Lengths lengths) {
        List<String> names = given();
        if (names.size() > 1) {
            throw Failure.usage(String.join(" and ", names) + " exclude each other", "give one of them");
        }
        Content content = content(session);
        List<Content> contents = split.isGiven() ? parts(content) : List.of(content);
        for (Content each : contents) {
            OutboundMessage.sendable(each, lengths);
        }
        return contents;
    }

    private Content content(Session session) {
        if (image.isGiven()) {
            return media(session, Content.Media.Kind.IMAGE, image);
        }
        if (audio.isGiven()) {
            return media(session, Content.Media.Kind.AUDIO, audio);
        }
        if (video.isGiven()) {
            return media(session, Content.Media.Kind.VIDEO, video);
        }
        if (file.isGiven()) {
            return media(session, Content.Media.Kind.FILE, file);
        }
        if (rawJson.isGiven()) {
            return new Content.Raw(TextInput.fileOrStdin(session, "JSON", rawJson.required()));
        }
        if (text.isGiven()) {
            return new Content.Text(TextInput.argument(text.required()));
        }
        if (textFile.isGiven()) {
            return new Content.Text(TextInput.fileOrStdin(session, "text", textFile.required()));
        }
        if (session.host().terminals().piped()) {
            return new Content.Text(TextInput.fileOrStdin(session, "text", "-"));
        }
        throw Failure.usage("there is no text", "give --text, --text-file, or pipe the text in");
    }

    private static Content media(Session session, Content.Media.Kind kind, Option<String> url) {
        Content.Media media = new Content.Media(kind, url.required());
        MediaAdvice.of(media).ifPresent(session::warn);
        return media;
    }

    static List<Content> parts(Content content) {
        return content.match(
                text -> TextParts.of(text.text(), OutboundMessage.LONGEST_TEXT).stream()
                        .<Content>map(Content.Text::new)
                        .toList(),
                List::of,
                List::of,
                List::of);
    }
}
