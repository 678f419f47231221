package io.otklik.cli.export;

import java.io.IOException;

/** A file for spreadsheets that is written row by row. */
public interface Sheet extends AutoCloseable {

    /** Writes the next row. */
    void row(Iterable<String> cells) throws IOException;

    /** Ends the file; without it the file is not whole. */
    @Override
    void close() throws IOException;
}
