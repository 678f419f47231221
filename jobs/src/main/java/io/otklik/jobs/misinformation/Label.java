package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.typeinfo.TypeInfo;

import java.util.Comparator;

/**
 * The first message of a story, which names it. The earlier one is the smaller.
 *
 * @param at when it was published, epoch milliseconds
 */
@WrittenBy(LabelSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record Label(long at, String messageId) implements Comparable<Label> {

    private static final Comparator<Label> ORDER =
            Comparator.comparingLong(Label::at).thenComparing(Label::messageId);

    @Override
    public int compareTo(Label other) {
        return ORDER.compare(this, other);
    }

    static Label earlier(Label a, Label b) {
        return a == null || b != null && b.compareTo(a) < 0 ? b : a;
    }
}
