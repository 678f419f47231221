package io.otklik.jobs.misinformation;

import io.otklik.similarity.signal.SpreadRule;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of the current key's story, in state: those that are counted, those that came since,
 * and what is counted of the former ({@link Tally}, {@link StoryPoints}).
 */
final class StoryMessages {

    private final MapState<String, Carried> counted;

    /** Messages that came since the story was told. */
    private final MapState<String, Carried> fresh;

    private final ValueState<Tally> tally;
    private final MapState<Long, StoryPoints.Quarter> quarters;
    private final MapState<String, Boolean> pages;

    StoryMessages(RuntimeContext context) {
        counted = context.getMapState(carried("messages"));
        fresh = context.getMapState(carried("fresh"));
        tally =
                context.getState(
                        new ValueStateDescriptor<>("tally", TypeInformation.of(Tally.class)));
        quarters =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "quarters",
                                Types.LONG,
                                TypeInformation.of(StoryPoints.Quarter.class)));
        pages = context.getMapState(new MapStateDescriptor<>("pages", Types.STRING, Types.BOOLEAN));
    }

    private static MapStateDescriptor<String, Carried> carried(String name) {
        return new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(Carried.class));
    }

    /** Takes a message that joins the story; it is counted when the story is told next. */
    void add(Member member) throws Exception {
        String messageId = member.sighting().messageId();
        Carried came = Carried.of(member.sighting(), member.assignedAt());
        Carried waiting = fresh.get(messageId);
        fresh.put(messageId, waiting == null ? came : waiting.and(came));
    }

    /**
     * Lets go of what a message said.
     *
     * @return whether that was counted
     */
    boolean leave(Sighting sighting) throws Exception {
        leave(fresh, sighting);
        return leave(counted, sighting);
    }

    /** Whether it was there. */
    private static boolean leave(MapState<String, Carried> carried, Sighting sighting)
            throws Exception {
        Carried known = carried.get(sighting.messageId());
        if (known == null) {
            return false;
        }
        Carried left = known.without(sighting.textId());
        if (left.wordings().isEmpty()) {
            carried.remove(sighting.messageId());
        } else {
            carried.put(sighting.messageId(), left);
        }
        return left.wordings().size() < known.wordings().size();
    }

    /**
     * Counts the fresh messages, which are so no longer.
     *
     * @param rule when it spreads; if that is another than before, all are counted anew
     * @param anew whether to count all of them anew in any case
     * @param rows takes the fresh ones, whose rows are emitted now
     */
    Tally count(SpreadRule rule, boolean anew, List<Carried> rows) throws Exception {
        List<Sighting> added = new ArrayList<>();
        Tally before = tally.value();
        boolean recount = anew || before != null && !before.isBy(rule);
        boolean sharesLink = false;
        for (Carried carried : fresh.values()) {
            Carried known = counted.get(carried.counted().messageId());
            Carried now = known == null ? carried : known.and(carried);
            if (known == null) {
                added.add(now.counted());
            } else {
                recount |= !now.counted().sameBesideLinks(known.counted());
                sharesLink |= now.counted().sharesLink();
            }
            rows.add(now);
        }
        fresh.clear();
        emitted(rows);
        StoryPoints points = new StoryPoints(quarters, pages);
        if (recount) {
            added.clear();
            counted.values().forEach(carried -> added.add(carried.counted()));
            points.clear();
            before = null;
        }
        Tally next = (before == null ? Tally.of(rule) : before).with(added, points, rule);
        next = sharesLink ? next.asSharingLink() : next;
        if (next.messages() == 0) {
            tally.clear();
        } else {
            tally.update(next);
        }
        return next;
    }

    /** All that are counted, whose rows are emitted once more now. */
    List<Carried> emitAll() throws Exception {
        List<Carried> rows = new ArrayList<>();
        counted.values().forEach(rows::add);
        emitted(rows);
        return rows;
    }

    private void emitted(List<Carried> rows) throws Exception {
        for (Carried carried : rows) {
            counted.put(carried.counted().messageId(), carried.emitted());
        }
    }

    void clear() {
        counted.clear();
        fresh.clear();
        tally.clear();
        quarters.clear();
        pages.clear();
    }
}
