package fbmsg.config;

import fbmsg.Failure;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The config file: {@code {"v":1,"profile":"default","profiles":{"default":{…}}}}. It holds paths, never secrets.
 *
 * @param root the whole file; an empty object where there is no file
 */
public record ConfigFile(Path path, Document root) {
    public static final int VERSION = 1;
    private static final int LARGEST = 1 << 20;
    private static final List<String> TOP = List.of("v", "profile", "profiles");

    /** The letters of the names under which people keep secrets (Vonage's own files spell them in several ways). */
    private static final Map<String, Key> SECRETS =
            Map.of("privatekey", Key.PRIVATE_KEY, "signaturesecret", Key.SIGNATURE_SECRET, "apisecret", Key.API_SECRET);

    /**
     * @param required whether the user named the file, so that it must be there
     * @throws Failure if it is malformed, of a newer version, or holds a secret
     */
    public static ConfigFile read(Path path, boolean required) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            if (required) {
                throw Failure.missing(
                        "the config file " + path + " does not exist",
                        "check the path, or make it with: fbmsg --config " + path + " config set application_id ID");
            }
            return new ConfigFile(path, Document.object().build());
        } catch (IOException e) {
            throw Failure.missing(
                    "the config file " + path + " cannot be read"
                            + (Files.isDirectory(path) ? ": it is a directory" : ""),
                    "check the path, its owner and mode");
        }
        if (bytes.length > LARGEST) {
            throw Failure.configuration(
                    "the config file " + path + " is larger than " + LARGEST + " bytes", "name the right file");
        }
        try {
            ConfigFile file = new ConfigFile(path, Json.parse(withoutMark(Json.decode(bytes))));
            file.check();
            return file;
        } catch (MalformedJson e) {
            throw Failure.configuration("the config file " + path + " is malformed at " + e.where(), "mend it there");
        }
    }

    public Optional<String> defaultProfile() {
        return root.text("profile");
    }

    public List<String> profiles() {
        return root.member("profiles")
                .flatMap(Document::members)
                .map(members -> List.copyOf(members.keySet()))
                .orElse(List.of());
    }

    /** The settings of a profile; paths are relative to the file. An empty text is one that is not set. */
    Map<Key, Setting> layer(String profile, Paths paths) {
        Map<Key, Setting> layer = new EnumMap<>(Key.class);
        for (Map.Entry<String, Document> entry : profile(profile).entrySet()) {
            boolean empty = entry.getValue().string().filter(String::isEmpty).isPresent();
            Key.of(entry.getKey())
                    .filter(key -> !empty)
                    .ifPresent(key -> layer.put(key, setting(key, entry.getValue(), profile, paths)));
        }
        return layer;
    }

    /** One line for each name that nobody knows. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warn(root.members().orElse(Map.of()), TOP, "", warnings);
        List<String> known = Arrays.stream(Key.values()).map(Key::inFile).toList();
        for (String profile : profiles()) {
            warn(profile(profile), known, " in profile " + profile, warnings);
        }
        return warnings;
    }

    private void warn(Map<String, Document> members, List<String> known, String where, List<String> warnings) {
        for (String name : members.keySet()) {
            if (!known.contains(name) && !name.startsWith("_")) {
                String meant = Nearest.to(name, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("known are " + String.join(", ", known));
                warnings.add("unknown key \"" + name + "\"" + where + " of " + path + "; " + meant);
            }
        }
    }

    private Setting setting(Key key, Document value, String profile, Paths paths) {
        String origin = path + ", profile " + profile;
        String text = value.string()
                .or(() -> Document.object().with("n", value).build().textOrNumber("n"))
                .orElseThrow();
        if (key.isPath()) {
            Path resolved = paths.resolve(text, path.toAbsolutePath().getParent());
            return new Setting(resolved.toString(), Setting.Form.PATH, origin);
        }
        return new Setting(text, Setting.Form.PLAIN, origin);
    }

    private Map<String, Document> profile(String name) {
        return root.member("profiles")
                .flatMap(profiles -> profiles.member(name))
                .flatMap(Document::members)
                .orElse(Map.of());
    }

    private void check() {
        if (root.members().isEmpty()) {
            throw wrong("it is not a JSON object", "it begins {\"v\":1,\"profiles\":{");
        }
        root.members().orElseThrow().forEach(this::checkSecret);
        if (root.member("v").isPresent() && !hasOurVersion()) {
            throw wrong(
                    "its version (v) is " + root.textOrNumber("v").orElse("not a number") + ", this fbmsg knows 1",
                    "use a newer fbmsg, or another file with --config");
        }
        if (root.member("profile").isPresent() && defaultProfile().isEmpty()) {
            throw wrong("\"profile\" is not a text", "give the name of a profile");
        }
        if (root.member("profiles").isPresent()
                && root.member("profiles").flatMap(Document::members).isEmpty()) {
            throw wrong("\"profiles\" is not an object", "it holds one object a profile");
        }
        for (String profile : profiles()) {
            if (root.at("profiles")
                    .flatMap(all -> all.member(profile))
                    .flatMap(Document::members)
                    .isEmpty()) {
                throw wrong("profile \"" + profile + "\" is not an object", "it holds the settings by name");
            }
            profile(profile).forEach(this::checkEntry);
        }
    }

    /** Does not ask whether documents are equal: the JVM spins that code for a record at its first use, which takes 10 ms. */
    private boolean hasOurVersion() {
        return root.member("v").orElseThrow() instanceof Document.Num number
                && number.token().equals(String.valueOf(VERSION));
    }

    /** A secret is one wherever it stands: outside the profiles, in a list, and a key in a comment too. */
    private void checkSecret(String name, Document value) {
        Key meant = SECRETS.get(name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT));
        boolean named = meant != null && !name.startsWith("_");
        if (value.string()
                .filter(text -> named || SecretLooks.isKey(text) && !text.contains("PUBLIC KEY-----"))
                .isPresent()) {
            throw wrong(
                    "\"" + name + "\" holds a secret",
                    "put it into a file that only you can read, and that file's path into \""
                            + (named ? meant : Key.PRIVATE_KEY).inFile() + "\"");
        }
        value.members().ifPresent(members -> members.forEach(this::checkSecret));
        value.items().ifPresent(items -> items.forEach(item -> checkSecret(name, item)));
    }

    private void checkEntry(String name, Document value) {
        if (name.startsWith("_")) {
            return;
        }
        boolean port = name.equals(Key.PORT.inFile());
        boolean number = value instanceof Document.Num;
        if (Key.of(name).isPresent() && (port ? !number : value.string().isEmpty())) {
            throw wrong("\"" + name + "\" is not a " + (port ? "number" : "text"), "mend it");
        }
    }

    private Failure wrong(String what, String todo) {
        return Failure.configuration("the config file " + path + ": " + what, todo);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
