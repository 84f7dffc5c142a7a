package fbmsg.cli.build;

import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Version;

/**
 * What the emulated application is set to have delivered.
 *
 * @param secret signs the webhooks
 * @param timeScale what the times between attempts are multiplied by
 * @param offline whether they may go to this machine only
 */
record WebhookPlan(
        CallbackUrl inbound, CallbackUrl status, Version version, String secret, double timeScale, boolean offline) {}
