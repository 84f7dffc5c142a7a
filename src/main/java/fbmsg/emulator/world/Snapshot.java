package fbmsg.emulator.world;

import fbmsg.json.Document;
import java.util.List;

/** The state as an onlooker is shown it at first. */
record Snapshot(World world) {
    /** The latest messages that are shown. */
    private static final int MOST = 2_000;

    Document document() {
        List<Entry> entries = world.ledger().entries();
        List<Document> latest = entries.subList(Math.max(0, entries.size() - MOST), entries.size()).stream()
                .map(Entry::shown)
                .toList();
        return Document.object()
                .with("now", world.clock().instant().toString())
                .with(
                        "pages",
                        Document.of(world.pages().all().stream()
                                .map(Snapshot::shown)
                                .toList()))
                .with("messages", Document.of(latest))
                .with("exchanges", Document.of(world.traffic().shown()))
                .build();
    }

    private static Document shown(Page page) {
        return Document.object().with("id", page.id()).with("name", page.name()).build();
    }
}
