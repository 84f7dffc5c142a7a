package fbmsg.cli.build.replay;

import fbmsg.Failure;
import fbmsg.cli.Exit;
import fbmsg.cli.SafeText;
import fbmsg.cli.Session;
import fbmsg.cli.build.WebhookTarget;
import fbmsg.cli.build.WebhookTarget.Posted;
import fbmsg.config.Settings;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Request;
import java.util.List;
import java.util.Map;

/** Posts recordings one after the other and tells what became of each. */
final class Replay {
    private final Session session;
    private final ReplayPlan plan;

    Replay(Session session, ReplayPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    Exit run() {
        CallbackUrl url = CallbackUrl.of(plan.url());
        Settings settings = session.settings(Map.of());
        List<RecordedFile> files = new RecordedFiles(session, url.path()).check(plan.files());
        WebhookSigner.Signing signing = plan.signed() ? WebhookSigner.Signing.VALID : WebhookSigner.Signing.NONE;
        try (WebhookTarget target = WebhookTarget.open(session, settings, url, signing, plan.timeout())) {
            return post(files, target);
        }
    }

    private Exit post(List<RecordedFile> files, WebhookTarget target) {
        Exit worst = Exit.OK;
        for (int i = 0; i < files.size(); i++) {
            Posted posted = target.post(request(files, i));
            tell(files.get(i), posted);
            worst = worst.or(posted.exit());
            if (!posted.left()) {
                tellUnposted(files, i, i + 1);
                return worst;
            }
            if (plan.stopsOnError() && posted.exit() != Exit.OK) {
                tellUnposted(files, i + 1, i + 1);
                return worst;
            }
        }
        return worst;
    }

    private Request request(List<RecordedFile> files, int i) {
        try {
            return files.get(i).request();
        } catch (Failure e) {
            tellUnposted(files, i, i + 1); // that one was well a moment ago
            throw e;
        }
    }

    private void tell(RecordedFile file, Posted posted) {
        posted.status().ifPresent(status -> session.printer().line(SafeText.shown(file.named()) + " " + status));
        if (posted.exit() != Exit.OK) {
            session.complain(file.named() + ": " + posted.complaint());
        }
    }

    /**
     * @param from the first that was not posted
     * @param untold the first that nothing has been said of
     */
    private void tellUnposted(List<RecordedFile> files, int from, int untold) {
        if (untold < files.size()) {
            session.complain((files.size() - from) + " of " + files.size() + " webhooks were not posted");
        }
    }
}
