package fbmsg.cli.setup;

import fbmsg.cli.Application;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The URL where a Page is linked to Vonage. */
@CommandLine.Command(
        name = "link",
        description = "Show the URL where a Facebook Page is linked to Vonage.",
        footer = {
            "",
            "The page asks for a JWT of the application: --jwt prints a fresh one on the second line. "
                    + "Linking lasts 90 days; after that messages fail with code 1370 until the Page is linked again.",
            "",
            "Examples:",
            "  fbmsg link",
            "  fbmsg link --jwt",
            "  fbmsg link --dashboard --open"
        })
public final class LinkCommand implements Command {
    static final String LINK_PAGE = "https://static.nexmo.com/messenger/";
    static final String DASHBOARD_PAGE = "https://dashboard.nexmo.com/messages/social-channels/facebook-connect";

    private final Session session;

    @Mixin
    private final SigningOptions signing = new SigningOptions();

    @Option(names = "--dashboard", description = "Show the newer page instead, in Vonage's dashboard.")
    boolean dashboard;

    @Option(names = "--jwt", description = "Add a fresh token on a second line.")
    boolean jwt;

    @Option(names = "--open", description = "Open the URL in a browser too.")
    boolean open;

    public LinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        String url = dashboard ? DASHBOARD_PAGE : LINK_PAGE;
        String token = jwt ? Application.of(session, session.settings(signing)).token() + "\n" : "";
        session.printer().text(url + "\n" + token);
        if (!dashboard) {
            session.note("if that page is gone, the one that succeeded it: " + DASHBOARD_PAGE);
        }
        if (open && !session.host().browser().open(url)) {
            session.warn("no browser could be started; open the URL by hand");
        }
        return Exit.OK;
    }
}
