package io.otklik.cli.replay;

import java.io.Closeable;
import java.io.IOException;

/** Gives the payloads of one file, in their order. */
interface PayloadSource extends Closeable {

    /** The next payload's bytes; null at the end. */
    byte[] next() throws IOException;

    /** Where the last payload began, such as {@code events.jsonl:12}. */
    String place();
}
