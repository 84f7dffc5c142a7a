package fbmsg.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The names of all commands, to complete the argument of {@code help}. */
public final class CommandNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        List<String> names = new ArrayList<>();
        for (Group group : Group.values()) {
            names.addAll(group.commands());
        }
        return names.iterator();
    }
}
