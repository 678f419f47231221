package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.Arrays;

/**
 * One step of the way on which a story's first message becomes known to all of its texts: takes the
 * earliest of what the neighbours tell and tells it to them, each time it becomes earlier, and to
 * the text itself.
 *
 * <p>Several of these stand one behind the other; the n-th knows the earliest message within n
 * steps from copy to copy. What is told only ever becomes earlier, so that order of arrival and
 * parallelism change what is emitted on the way, not what is known at the end.
 *
 * <p>Keyed by text; a text without a near copy tells nothing. State: neighbours, the earliest
 * message, and when one of them was last published. It goes after the time to live.
 */
final class PassLabel extends KeyedProcessFunction<Long, Hop, Hop> {
    private static final long serialVersionUID = 1L;

    private final Age age;

    private transient ValueState<Known> known;

    PassLabel(Age age) {
        this.age = age;
    }

    /**
     * What is known of a text.
     *
     * @param label the earliest message so far; null if none was told
     * @param lastAt when the text or a neighbour was last published
     * @param neighbours ascending
     */
    @WrittenBy(KnownLabelSerializer.class)
    @TypeInfo(WrittenBy.Factory.class)
    public record Known(Label label, long lastAt, long[] neighbours) {

        private static final long[] ALONE = new long[0];

        static Known of(Hop hop) {
            return new Known(hop.label(), hop.at(), ALONE).beside(hop);
        }

        Known and(Hop hop) {
            return new Known(
                            Label.earlier(label, hop.label()),
                            Math.max(lastAt, hop.at()),
                            neighbours)
                    .beside(hop);
        }

        private Known beside(Hop hop) {
            int place = Arrays.binarySearch(neighbours, hop.via());
            if (hop.via() == hop.to() || place >= 0) {
                return this;
            }
            int at = -place - 1;
            long[] all = Arrays.copyOf(neighbours, neighbours.length + 1);
            System.arraycopy(neighbours, at, all, at + 1, neighbours.length - at);
            all[at] = hop.via();
            return new Known(label, lastAt, all);
        }

        /** Whether there is what to tell and whom. */
        boolean tells() {
            return label != null && neighbours.length > 0;
        }
    }

    @Override
    public void open(OpenContext context) {
        known =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "known", TypeInformation.of(Known.class)));
    }

    @Override
    public void processElement(Hop hop, Context context, Collector<Hop> out) throws Exception {
        Known before = before(hop, context);
        Known next = before == null ? Known.of(hop) : before.and(hop);
        boolean newNeighbour =
                before == null || next.neighbours().length > before.neighbours().length;
        boolean earlier = before == null || !before.tells() || !next.label().equals(before.label());
        if (newNeighbour || earlier || next.lastAt() > before.lastAt()) {
            known.update(next);
        }
        if (next.tells() && earlier) {
            out.collect(new Hop(hop.to(), hop.to(), next.label(), next.lastAt()));
            for (long neighbour : next.neighbours()) {
                out.collect(new Hop(neighbour, hop.to(), next.label(), next.lastAt()));
            }
        } else if (next.tells() && newNeighbour) {
            out.collect(new Hop(hop.via(), hop.to(), next.label(), next.lastAt()));
        }
    }

    /** What was known; null if nothing, or if that was of the same text long before. */
    private Known before(Hop hop, Context context) throws Exception {
        Known before = known.value();
        if (before == null) {
            age.watch(hop.at(), context.timerService());
            return null;
        }
        long at = hop.label() == null ? hop.at() : hop.label().at();
        if (at > before.lastAt() && age.apart(at, before.lastAt())) {
            return null;
        }
        return before;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Hop> out)
            throws Exception {
        Known value = known.value();
        if (value != null && age.gone(value.lastAt(), timestamp, context.timerService())) {
            known.clear();
        }
    }
}
