package io.otklik.jobs.misinformation;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;

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
    private transient MapState<Long, Boolean> neighbours;

    PassLabel(Age age) {
        this.age = age;
    }

    /**
     * What is known of a text.
     *
     * @param label the earliest message so far; null if none was told
     * @param lastAt when the text or a neighbour was last published
     * @param linked whether it has a neighbour
     */
    public record Known(Label label, long lastAt, boolean linked) {

        boolean told() {
            return linked && label != null;
        }
    }

    @Override
    public void open(OpenContext context) {
        known =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "known", TypeInformation.of(Known.class)));
        neighbours =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("neighbours", Types.LONG, Types.BOOLEAN));
    }

    @Override
    public void processElement(Hop hop, Context context, Collector<Hop> out) throws Exception {
        Known before = before(hop, context);
        boolean newNeighbour = hop.via() != hop.to() && !neighbours.contains(hop.via());
        if (newNeighbour) {
            neighbours.put(hop.via(), true);
        }
        Known next =
                before == null
                        ? new Known(hop.label(), hop.at(), newNeighbour)
                        : new Known(
                                Label.earlier(before.label(), hop.label()),
                                Math.max(before.lastAt(), hop.at()),
                                before.linked() || newNeighbour);
        if (!next.equals(before)) {
            known.update(next);
        }
        if (!next.told()) {
            return;
        }
        if (before == null || !before.told() || !next.label().equals(before.label())) {
            out.collect(new Hop(hop.to(), hop.to(), next.label(), next.lastAt()));
            List<Long> all = new ArrayList<>();
            neighbours.keys().forEach(all::add);
            for (long neighbour : all) {
                out.collect(new Hop(neighbour, hop.to(), next.label(), next.lastAt()));
            }
        } else if (newNeighbour) {
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
            neighbours.clear();
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
            neighbours.clear();
        }
    }
}
