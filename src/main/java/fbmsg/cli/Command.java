package fbmsg.cli;

import fbmsg.cli.syntax.Syntax;

/** A command of the program. */
public interface Command {
    /** What it takes. */
    Syntax syntax();

    /**
     * Runs it, with the options that the parser has read.
     *
     * @throws fbmsg.Failure if something is wrong on this side
     * @throws fbmsg.message.InvalidMessage if the API would refuse what is to be sent
     */
    Exit run();
}
