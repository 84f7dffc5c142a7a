package fbmsg.cli.talk.listen.sink;

import fbmsg.cli.SafeText;
import fbmsg.cli.Session;
import fbmsg.cli.talk.listen.plan.Output;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Prints each event to standard output in the form that is asked for; written and flushed. */
final class PrintSink implements Sink {
    private final Session session;
    private final Output output;
    private volatile boolean missed;

    PrintSink(Session session, Output output) {
        this.session = session;
        this.output = output;
    }

    /** Whether a record had no such field. */
    boolean missed() {
        return missed;
    }

    @Override
    public Taken take(Received received) {
        switch (output.form()) {
            case JSON -> session.printer().line(received.line());
            case RAW -> raw(received.body());
            case FIELD -> field(received, output.field().orElseThrow());
            case SH -> shell(received);
            case PRETTY -> session.printer().line(pretty(received));
        }
        return Taken.DONE;
    }

    private void raw(byte[] body) {
        byte[] line = new byte[body.length + 1];
        System.arraycopy(body, 0, line, 0, body.length);
        line[body.length] = '\n';
        session.printer().bytes(line);
    }

    private void shell(Received received) {
        ShellLine line = ShellLine.of(received);
        if (line.dropped()) {
            session.warn(received.named() + " holds a NUL, which no shell can hold; it was left out");
        }
        session.printer().line(line.line());
    }

    private String pretty(Received received) {
        return new PrettyLine(
                        received, session.colors(session.host().terminals().out()))
                .toString();
    }

    private void field(Received received, String name) {
        Optional<String> value = record(received).at(name).map(PrintSink::text);
        if (value.isEmpty()) {
            missed = true;
            session.warn(received.named() + " has no field '" + name + "'; nothing was printed for it");
            return;
        }
        boolean terminal = session.host().terminals().out();
        session.printer().line(terminal ? SafeText.shown(value.get()) : value.get());
    }

    private static String text(Document value) {
        return value.string().orElseGet(() -> JsonText.compact(value));
    }

    private static Document record(Received received) {
        try {
            Map<String, Document> record =
                    new LinkedHashMap<>(received.record().members().orElseThrow());
            record.put("payload", Json.parse(received.body()));
            return new Document.Obj(record);
        } catch (MalformedJson e) {
            throw new IllegalStateException("a body that was decoded is not JSON", e);
        }
    }
}
