package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.language.train.LineFaults;

import java.io.PrintWriter;

/** Tells each line that is no message as it is met, and counts them. */
final class LinesLeftOut implements LineFaults {

    private final PrintWriter err;
    private int lines;

    LinesLeftOut(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void found(String sentence, Exception cause) {
        lines++;
        err.println("Left out: " + sentence);
    }

    /** Ends the command as wrongly fed if there was one. */
    void end() {
        if (lines > 0) {
            throw CommandException.wrongInput(
                    "%,d lines are no labelled message and were not measured.".formatted(lines));
        }
    }
}
