package fbmsg.cli.talk.listen;

import fbmsg.cli.SafeText;
import fbmsg.cli.Session;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Prints each event to standard output: the record, the body's own bytes, or one field; written and flushed. */
final class PrintSink implements Sink {
    private final Session session;
    private final ListenPlan plan;
    private volatile boolean missed;

    PrintSink(Session session, ListenPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /** Whether a record had no such field. */
    boolean missed() {
        return missed;
    }

    @Override
    public void take(Received received) {
        switch (plan.form()) {
            case RECORD -> session.printer().line(received.line());
            case RAW -> raw(received.body());
            case FIELD -> field(received, plan.field().orElseThrow());
        }
    }

    private void raw(byte[] body) {
        byte[] line = new byte[body.length + 1];
        System.arraycopy(body, 0, line, 0, body.length);
        line[body.length] = '\n';
        session.printer().bytes(line);
    }

    private void field(Received received, String name) {
        Optional<String> value = record(received).at(name).map(PrintSink::text);
        if (value.isEmpty()) {
            missed = true;
            session.warn(
                    "message " + received.event().id() + " has no field '" + name + "'; nothing was printed for it");
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
