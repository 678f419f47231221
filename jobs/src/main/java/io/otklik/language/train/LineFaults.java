package io.otklik.language.train;

import java.io.IOException;

/** What becomes of a line of a labelled file that is no message. */
@FunctionalInterface
public interface LineFaults {

    /** A file with such a line is refused. */
    LineFaults REFUSED =
            (sentence, cause) -> {
                throw new IOException(sentence, cause);
            };

    /**
     * Called once for each; the line is left out if this returns.
     *
     * @param sentence names file and line, and what is wrong
     */
    void found(String sentence, Exception cause) throws IOException;
}
