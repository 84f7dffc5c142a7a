package fbmsg.cli;

import java.util.ArrayList;
import java.util.List;

/** The commands as help shows them. */
enum Group {
    SET_UP("Set up", "config", "link"),
    TALK("Talk", "listen", "send", "reply"),
    BUILD_AND_TEST("Build and test", "jwt", "emulate", "trigger", "replay", "demo", "explain"),
    SHELL("Shell", "completion", "help");

    private final String title;
    private final List<String> commands;

    Group(String title, String... commands) {
        this.title = title;
        this.commands = List.of(commands);
    }

    /** The commands of all groups. */
    static List<String> allCommands() {
        List<String> all = new ArrayList<>();
        for (Group group : values()) {
            all.addAll(group.commands);
        }
        return all;
    }

    String title() {
        return title;
    }

    List<String> commands() {
        return commands;
    }
}
