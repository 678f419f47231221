package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A text on its way into a bucket.
 *
 * @param bucket of the texts that drew the same pair of words
 * @param at when the text was last published, epoch milliseconds
 */
@WrittenBy(DrawnSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record Drawn(long bucket, long at, Sketch text) {

    /** Where the bucket stands, see {@link FindCopies}. */
    int shelf() {
        return (int) (bucket >>> (Long.SIZE - Shelf.BITS));
    }
}
