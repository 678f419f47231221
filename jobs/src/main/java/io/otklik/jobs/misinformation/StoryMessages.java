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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages of the current key's story, in state: those that are counted, those that came since,
 * and what is counted of the former ({@link Tally}, {@link StoryPoints}); also what the register
 * said of the pages that wrote some of them themselves, when they were counted.
 */
final class StoryMessages {

    private static final Iterable<Carried> NOBODY = List.of();

    private final MapState<String, Carried> counted;

    /** Messages that came since the story was told. */
    private final MapState<String, Carried> fresh;

    private final ValueState<Tally> tally;
    private final MapState<Long, StoryPoints.Quarter> quarters;
    private final MapState<String, Boolean> pages;

    /** By page what its entry of the register was, see {@link OfficialPages.Register#entry}. */
    private final MapState<String, Long> authors;

    /** By which register they were counted. */
    private final ValueState<Long> decidedBy;

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
        authors =
                context.getMapState(new MapStateDescriptor<>("authors", Types.STRING, Types.LONG));
        decidedBy = context.getState(new ValueStateDescriptor<>("decided-by", Types.LONG));
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
     * Counts the fresh messages, which are so no longer; all of them anew if the register says
     * otherwise of a page that wrote one.
     *
     * @param rule when it spreads; if that is another than before, all are counted anew
     * @param anew whether to count all of them anew in any case
     * @param rows takes those whose rows are emitted now: the fresh ones, and those of such a page
     */
    Tally count(SpreadRule rule, OfficialPages.Register register, boolean anew, List<Carried> rows)
            throws Exception {
        List<Sighting> added = new ArrayList<>();
        Tally before = tally.value();
        Set<String> otherwise = decidedOtherwise(register);
        boolean recount = anew || !otherwise.isEmpty() || before != null && !before.isBy(rule);
        boolean sharesLink = false;
        for (Carried carried : fresh.values()) {
            Carried known = counted.get(carried.counted().messageId());
            Carried now = known == null ? carried : known.and(carried);
            Sighting decided = register.decide(now.counted());
            if (known == null) {
                added.add(decided);
            } else {
                recount |= !now.counted().sameBesideLinks(known.counted());
                sharesLink |= decided.sharesLink();
            }
            if (decided.ownPage()) {
                authors.put(decided.communityId(), register.entry(decided.communityId()));
            }
            rows.add(now);
        }
        for (Carried known : otherwise.isEmpty() ? NOBODY : counted.values()) {
            Sighting sighting = known.counted();
            if (sighting.ownPage()
                    && otherwise.contains(sighting.communityId())
                    && !fresh.contains(sighting.messageId())) {
                rows.add(known);
            }
        }
        fresh.clear();
        emitted(rows);
        StoryPoints points = new StoryPoints(quarters, pages);
        if (recount) {
            added.clear();
            for (Carried carried : counted.values()) {
                added.add(register.decide(carried.counted()));
            }
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

    /** Whether the register is still that by which they were counted. */
    boolean areDecidedBy(OfficialPages.Register register) throws Exception {
        Long digest = decidedBy.value();
        return digest != null && digest == register.digest();
    }

    /** The pages that wrote some themselves, and of which the register says otherwise now. */
    private Set<String> decidedOtherwise(OfficialPages.Register register) throws Exception {
        if (areDecidedBy(register)) {
            return Set.of();
        }
        Set<String> otherwise = new HashSet<>();
        for (Map.Entry<String, Long> author : authors.entries()) {
            if (author.getValue() != register.entry(author.getKey())) {
                otherwise.add(author.getKey());
            }
        }
        for (String page : otherwise) {
            authors.put(page, register.entry(page));
        }
        decidedBy.update(register.digest());
        return otherwise;
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
        authors.clear();
        decidedBy.clear();
    }
}
