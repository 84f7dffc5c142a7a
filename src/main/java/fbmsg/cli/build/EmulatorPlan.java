package fbmsg.cli.build;

import fbmsg.emulator.world.Account;
import fbmsg.emulator.world.Ids;
import fbmsg.emulator.world.Pace;
import java.util.Optional;

/**
 * What an emulator is to be like.
 *
 * @param account whose application it has
 * @param signatureSecret signs the webhooks
 * @param timeScale what the times between attempts are multiplied by
 * @param pace of messages; empty: any
 * @param bind the address; empty: both loopback addresses
 * @param offline whether webhooks may go to this machine only
 */
record EmulatorPlan(
        Account account,
        String signatureSecret,
        Ids ids,
        double timeScale,
        Optional<Pace> pace,
        Optional<BindAddress> bind,
        boolean offline) {}
