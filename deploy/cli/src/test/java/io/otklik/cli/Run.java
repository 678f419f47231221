package io.otklik.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the command in this JVM.
 *
 * @param out standard output
 * @param err standard error
 */
public record Run(int code, String out, String err) {

    public static Run of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Otklik.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(words);
        return new Run(code, out.toString(), err.toString());
    }
}
