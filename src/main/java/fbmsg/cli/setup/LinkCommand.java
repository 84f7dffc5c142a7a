package fbmsg.cli.setup;

import fbmsg.cli.Application;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Syntax;

/** The URL where a Page is linked to Vonage. */
public final class LinkCommand implements Command {
    static final String LINK_PAGE = "https://static.nexmo.com/messenger/";
    static final String DASHBOARD_PAGE = "https://dashboard.nexmo.com/messages/social-channels/facebook-connect";

    private final Session session;

    private final Syntax syntax = Syntax.of(this, "link", "Show the URL where a Facebook Page is linked to Vonage.")
            .footer(
                    "",
                    "The page asks for a JWT of the application: --jwt prints a fresh one on the second line. "
                            + "Linking lasts 90 days; after that messages fail with code 1370 until the Page is linked again.",
                    "",
                    "Examples:",
                    "  fbmsg link",
                    "  fbmsg link --jwt",
                    "  fbmsg link --dashboard --open");

    private final SigningOptions signing = new SigningOptions(syntax);

    private final Flag dashboard = syntax.flag("--dashboard", "Show the newer page instead, in Vonage's dashboard.");
    private final Flag jwt = syntax.flag("--jwt", "Add a fresh token on a second line.");
    private final Flag open = syntax.flag("--open", "Open the URL in a browser too.");

    public LinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        String url = dashboard.isGiven() ? DASHBOARD_PAGE : LINK_PAGE;
        String token = jwt.isGiven()
                ? Application.of(session, session.settings(signing)).token() + "\n"
                : "";
        session.printer().text(url + "\n" + token);
        if (!dashboard.isGiven()) {
            session.note("if that page is gone, the one that succeeded it: " + DASHBOARD_PAGE);
        }
        if (open.isGiven() && !session.host().browser().open(url)) {
            session.warn("no browser could be started; open the URL by hand");
        }
        return Exit.OK;
    }
}
