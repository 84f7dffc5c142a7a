package fbmsg.cli.talk.listen;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.talk.listen.plan.DoorOptions;
import fbmsg.cli.talk.listen.plan.FilterOptions;
import fbmsg.cli.talk.listen.plan.Handling;
import fbmsg.cli.talk.listen.plan.HandlingOptions;
import fbmsg.cli.talk.listen.plan.ListenPlan;
import fbmsg.cli.talk.listen.plan.OutputOptions;
import fbmsg.cli.talk.messenger.StateFile;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.PathText;
import fbmsg.webhook.Filter;
import java.time.Duration;
import java.util.Optional;

/** Receives webhooks on a local port and hands the events on. */
public final class ListenCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "listen", "Receive messages: one JSON record a line.")
            .footer(
                    "",
                    "Vonage must reach the port: through a tunnel, for example 'ngrok http 3000', 'cloudflared tunnel "
                            + "--url http://127.0.0.1:3000' or 'ssh -R'. Give the tunnel's URL as the application's inbound URL.",
                    "",
                    "A webhook is answered 200 only when its record is written and flushed, or the command has ended, or the target "
                            + "has answered 2xx; otherwise "
                            + "503, and Vonage delivers it again for up to 24 hours. So every message is handed on at least once, "
                            + "and within one run only once, however often it is delivered; with --seen, over restarts too. "
                            + "What the reader of a pipe does with a line is its own affair: a command is the safe form. What "
                            + "is not asked for is answered and told, messages of users so that they come again.",
                    "",
                    "The command after -- is run once for each event, without a shell: the record is on its standard input, and "
                            + "FBMSG_EVENT, FBMSG_FROM, FBMSG_TO, FBMSG_TYPE (of a status FBMSG_STATUS) and FBMSG_MESSAGE_UUID are "
                            + "variables. Exit code 0 is done, 75 has the event come again, any other is told, kept with --failed, "
                            + "and does not come again. Messages of one user are handed on one after the other.",
                    "",
                    "With --save-media, the file of a message is fetched before the message goes on, since Vonage keeps it for 48 "
                            + "hours: up to 64 MiB, within 60 seconds. Where it cannot be had, that is told, and the message goes on "
                            + "without. If the message is signed, the application's token goes along where one is set up, to "
                            + "Vonage's hosts and this machine only.",
                    "",
                    "Without a signature secret, whoever reaches the port can write records and have files fetched; commands are not run then, unless "
                            + "--verify off says that this is meant.",
                    "",
                    "Examples:",
                    "  fbmsg listen --port 3000",
                    "  fbmsg listen | fbmsg reply --text 'Thanks!'",
                    "  psid=$(fbmsg listen --print from --timeout 5m)",
                    "  fbmsg listen --count 10 --verify require > messages.jsonl",
                    "  fbmsg listen --follow --event any --format pretty",
                    "  fbmsg listen --follow --reply --seen seen --failed failed -- ./answer",
                    "  fbmsg listen --follow --forward-to http://localhost:8080/inbound",
                    "  fbmsg listen --follow --record webhooks > messages.jsonl",
                    "  fbmsg listen --type image --save-media images --print file",
                    "  eval \"$(fbmsg listen --format sh)\"; echo \"$FBMSG_TEXT\"");
    private final DoorOptions door = new DoorOptions(syntax);
    private final Option<Integer> count = syntax.number("--count", "N", "End after so many events (default: 1).");
    private final Flag follow = syntax.flag("--follow", "Go on until told to end.");
    private final Option<Duration> timeout =
            syntax.value("--timeout", "DURATION", new Durations(), "Give up after that long, with exit code 124.");
    private final FilterOptions filter = new FilterOptions(syntax);
    private final OutputOptions output = new OutputOptions(syntax);
    private final HandlingOptions handling = new HandlingOptions(syntax);
    private final Option<Duration> ackTimeout = syntax.value(
            "--ack-timeout", "DURATION", new Durations(), "Answer 503 if that takes longer, and go on (default: 10s).");
    private final Option<String> seen = syntax.value(
            "--seen", "FILE", new PathText(), "Remember what is done: over restarts too, nothing is handed on twice.");
    private final Option<String> record = syntax.value(
            "--record",
            "DIR",
            new PathText(),
            "Keep each webhook as a file, before anything else, for 'fbmsg replay'.");
    private final Flag keepSecrets = syntax.flag("--keep-secrets", "Leave secrets in the headers of those files.");
    private final Option<String> saveMedia = syntax.value(
            "--save-media", "DIR", new PathText(), "Save the files of messages; records say as \"file\" where.");
    private final SigningOptions signing = new SigningOptions(syntax);

    public ListenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        return new Listening(session, plan(), signing).run();
    }

    /** What the options ask for. */
    ListenPlan plan() {
        if (count.isGiven() && follow.isGiven()) {
            throw Failure.usage("--count and --follow exclude each other", "give one of them");
        }
        if (count.or(1) < 1) {
            throw Failure.usage("--count " + count.required() + " takes no message", "give 1 or more");
        }
        if (handling.given().isPresent() && !output.given().isEmpty()) {
            throw Failure.usage(
                    output.given().get(0) + " and " + handling.given().get() + " exclude each other",
                    "nothing is printed then");
        }
        if (keepSecrets.isGiven() && !record.isGiven()) {
            throw Failure.usage("--keep-secrets goes with --record only", "add it, or leave --keep-secrets out");
        }
        if (saveMedia.isGiven() && filter.filter().kind() == Filter.Kind.STATUS) {
            throw Failure.usage("--save-media and --event status exclude each other", "statuses have no files");
        }
        Handling handed = handling.handling();
        StateFile.refuseSame(session, seen.value(), handed.failed());
        return new ListenPlan(
                door.door(),
                filter.filter(),
                follow.isGiven() ? Optional.empty() : Optional.of(count.or(1)),
                timeout.value(),
                output.output(),
                handed,
                ackTimeout.or(ListenPlan.USUAL_ACK_TIMEOUT),
                seen.value(),
                record.value(),
                keepSecrets.isGiven(),
                saveMedia.value());
    }
}
