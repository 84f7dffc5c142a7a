package fbmsg.config;

import fbmsg.Failure;
import fbmsg.files.AtomicFile;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Changes to the config file: one value at a time; everything else keeps its place, unknown names too. */
public final class ConfigEdit {
    private ConfigEdit() {}

    public static Document set(ConfigFile file, String profile, Key key, String value) {
        if (SecretLooks.isKey(value)) {
            throw Failure.configuration(
                    "a key was given as the value of " + key.inFile(),
                    "put it into a file that only you can read, and give that file's path");
        }
        if (value.isEmpty()) {
            throw Failure.usage(
                    "the value of " + key.inFile() + " is empty", "to remove it: fbmsg config unset " + key.inFile());
        }
        if (key == Key.PORT && !Port.isOne(value)) {
            throw Failure.usage("the port '" + value + "' is not a number from 0 to 65535", "3000 is the usual one");
        }
        Document stored = key == Key.PORT ? Document.of(Integer.parseInt(value)) : Document.of(value);
        return change(file, profile, settings -> settings.put(key.inFile(), stored));
    }

    /** The same document where there is nothing to take out. */
    public static Document unset(ConfigFile file, String profile, Key key) {
        boolean there = file.root()
                .member("profiles")
                .flatMap(profiles -> profiles.member(profile))
                .flatMap(settings -> settings.member(key.inFile()))
                .isPresent();
        if (!there) {
            return file.root();
        }
        return change(file, profile, settings -> settings.remove(key.inFile()));
    }

    /** Makes a profile the one that is used where none is named. */
    public static Document setDefaultProfile(ConfigFile file, String profile) {
        if (!file.profiles().contains(profile)) {
            throw noSuchProfile(file, profile);
        }
        Map<String, Document> root = root(file);
        root.put("profile", Document.of(profile));
        return new Document.Obj(root);
    }

    public static Document unsetDefaultProfile(ConfigFile file) {
        Map<String, Document> root = root(file);
        root.remove("profile");
        return new Document.Obj(root);
    }

    static Failure noSuchProfile(ConfigFile file, String profile) {
        String known = file.profiles().isEmpty() ? "it has none" : "it has " + String.join(", ", file.profiles());
        return Failure.configuration(
                "the config file " + file.path() + " has no profile \"" + profile + "\"",
                known + "; a new one is made by: fbmsg --profile " + profile + " config set application_id ID");
    }

    public static void write(ConfigFile file, Document root) {
        AtomicFile.write(file.path(), JsonText.indented(root), true);
    }

    private interface Change {
        void apply(Map<String, Document> settings);
    }

    private static Document change(ConfigFile file, String profile, Change change) {
        Map<String, Document> root = root(file);
        Map<String, Document> profiles = copy(Optional.ofNullable(root.get("profiles")));
        Map<String, Document> settings = copy(Optional.ofNullable(profiles.get(profile)));
        change.apply(settings);
        profiles.put(profile, new Document.Obj(settings));
        root.put("profiles", new Document.Obj(profiles));
        return new Document.Obj(root);
    }

    private static Map<String, Document> root(ConfigFile file) {
        Map<String, Document> root = new LinkedHashMap<>();
        if (file.root().member("v").isEmpty()) {
            root.put("v", Document.of(ConfigFile.VERSION));
        }
        root.putAll(file.root().members().orElse(Map.of()));
        return root;
    }

    private static Map<String, Document> copy(Optional<Document> object) {
        return new LinkedHashMap<>(object.flatMap(Document::members).orElse(Map.of()));
    }
}
