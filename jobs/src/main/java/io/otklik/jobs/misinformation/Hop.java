package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * That a text's neighbour, which is its copy or a copy's copy, belongs to a story.
 *
 * @param to the text that is told so
 * @param via the neighbour; the text itself where it tells of itself
 * @param label the story; null: it will be told
 * @param at when one of the two was last published, epoch milliseconds
 */
@WrittenBy(HopSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record Hop(long to, long via, Label label, long at) {

    /** That two texts are neighbours. */
    static Hop link(long to, long via, long at) {
        return new Hop(to, via, null, at);
    }
}
