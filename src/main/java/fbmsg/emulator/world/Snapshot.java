package fbmsg.emulator.world;

import fbmsg.json.Document;

/** The state as an onlooker is shown it at first. */
record Snapshot(World world) {
    /** The latest messages that are shown, and how heavy they may be. */
    private static final int MOST = 2_000;

    private static final long HEAVIEST = 4L << 20;

    Document document() {
        Window<Entry> latest = new Window<>(MOST, HEAVIEST, Entry::weight);
        world.ledger().entries().forEach(latest::add);
        return Document.object()
                .with("now", world.clock().instant().toString())
                .with(
                        "pages",
                        Document.of(world.pages().all().stream()
                                .map(Snapshot::shown)
                                .toList()))
                .with(
                        "messages",
                        Document.of(latest.items().stream().map(Entry::shown).toList()))
                .with("exchanges", Document.of(world.traffic().shown()))
                .build();
    }

    private static Document shown(Page page) {
        return Document.object()
                .with("id", page.id())
                .with("name", page.name())
                .with("consent_ends", page.consentEnds().toString())
                .build();
    }
}
