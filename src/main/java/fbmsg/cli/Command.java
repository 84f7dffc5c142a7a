package fbmsg.cli;

/** A command whose options have been read. */
public interface Command {
    /**
     * @throws fbmsg.Failure if something is wrong on this side
     * @throws fbmsg.message.InvalidMessage if the API would refuse what is to be sent
     */
    Exit run();
}
