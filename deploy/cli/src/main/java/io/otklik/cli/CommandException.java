package io.otklik.cli;

/** A command cannot do what it was asked. The message is one sentence that says what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Exit code of a command that failed. */
    public static final int FAILED = 1;

    /** Exit code of a command that was given something wrong. */
    public static final int WRONG_INPUT = 2;

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Something that the command needs is not there. */
    public static CommandException failed(String message) {
        return new CommandException(FAILED, message, null);
    }

    /** Something that the command needs is not there. */
    public static CommandException failed(String message, Throwable cause) {
        return new CommandException(FAILED, message, cause);
    }

    /** What the user gave is wrong. */
    public static CommandException wrongInput(String message) {
        return new CommandException(WRONG_INPUT, message, null);
    }

    int exitCode() {
        return exitCode;
    }
}
