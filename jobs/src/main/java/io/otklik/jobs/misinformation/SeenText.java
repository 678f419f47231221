package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * That a message carries a text that may have near copies.
 *
 * @param buckets where it meets them, a bucket for each pair of words that it drew
 */
@WrittenBy(SeenTextSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record SeenText(Label label, Sketch sketch, long[] buckets) {

    long textId() {
        return sketch.textId();
    }
}
