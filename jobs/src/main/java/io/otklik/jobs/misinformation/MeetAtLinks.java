package io.otklik.jobs.misinformation;

import io.otklik.similarity.signal.SignalBook;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Emits each message again, as {@link Sighting#sharesLink}, once its link stood on as many pages
 * within one minute as coordination takes, whatever words stood beside it.
 *
 * <p>Keyed by link. State: the messages of each minute, of a page in a minute at most {@link
 * #MOST_OF_A_PAGE}. It goes an hour of event time later: who comes later than that meets nobody.
 */
final class MeetAtLinks extends KeyedProcessFunction<String, LinkFact, Sighting> {
    private static final long serialVersionUID = 1L;

    /** More of them do not make it more pages. */
    private static final int MOST_OF_A_PAGE = 4;

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Age age = Age.of(Duration.ofHours(1));

    private transient MapState<Long, Minute> minutes;
    private transient ValueState<Long> lastAt;

    /** A message, and whether it was emitted. */
    public record Met(Sighting sighting, boolean told) {}

    /** The messages of a minute, as they came. */
    public record Minute(List<Met> met) {}

    @Override
    public void open(OpenContext context) {
        minutes =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "minutes", Types.LONG, TypeInformation.of(Minute.class)));
        lastAt = getRuntimeContext().getState(new ValueStateDescriptor<>("last-at", Types.LONG));
    }

    @Override
    public void processElement(LinkFact fact, Context context, Collector<Sighting> out)
            throws Exception {
        Sighting came = fact.sighting();
        long number = Math.floorDiv(came.publishedAt(), MINUTE);
        Minute known = minutes.get(number);
        List<Met> here = known == null ? new ArrayList<>() : new ArrayList<>(known.met());
        long ofPage = here.stream().filter(met -> isOf(came.communityId(), met)).count();
        if (ofPage == MOST_OF_A_PAGE || here.stream().anyMatch(met -> isSame(came, met))) {
            return;
        }
        Long last = lastAt.value();
        if (last == null) {
            age.watch(came.publishedAt(), context.timerService());
        }
        if (last == null || last < came.publishedAt()) {
            lastAt.update(came.publishedAt());
        }
        here.add(new Met(came, false));
        minutes.put(number, new Minute(here));
        meet(came, number, out);
    }

    private static boolean isOf(String page, Met met) {
        return met.sighting().communityId().equals(page);
    }

    private static boolean isSame(Sighting sighting, Met met) {
        return met.sighting().messageId().equals(sighting.messageId())
                && met.sighting().textId() == sighting.textId();
    }

    private void meet(Sighting came, long number, Collector<Sighting> out) throws Exception {
        List<Sighting> near = new ArrayList<>();
        for (long minute = number - 1; minute <= number + 1; minute++) {
            Minute known = minutes.get(minute);
            if (known != null) {
                known.met().forEach(met -> near.add(met.sighting()));
            }
        }
        // Every minute that the message is in ends at it or at one that comes within a minute.
        Set<Long> ends = new TreeSet<>();
        near.forEach(sighting -> ends.add(sighting.publishedAt()));
        Set<Sighting> together = new HashSet<>();
        for (long end : ends) {
            if (end < came.publishedAt() || end >= came.publishedAt() + MINUTE) {
                continue;
            }
            List<Sighting> within =
                    near.stream()
                            .filter(one -> one.publishedAt() <= end)
                            .filter(one -> one.publishedAt() > end - MINUTE)
                            .toList();
            if (within.stream().map(Sighting::communityId).distinct().count()
                    >= SignalBook.COORDINATED_PAGES) {
                together.addAll(within);
            }
        }
        for (long minute = number - 1; minute <= number + 1; minute++) {
            tell(minute, together, out);
        }
    }

    private void tell(long minute, Set<Sighting> together, Collector<Sighting> out)
            throws Exception {
        Minute known = together.isEmpty() ? null : minutes.get(minute);
        if (known == null) {
            return;
        }
        List<Met> next = new ArrayList<>();
        for (Met met : known.met()) {
            boolean tells = !met.told() && together.contains(met.sighting());
            if (tells) {
                out.collect(met.sighting().asSharingLink());
            }
            next.add(new Met(met.sighting(), met.told() || tells));
        }
        minutes.put(minute, new Minute(next));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Sighting> out)
            throws Exception {
        Long last = lastAt.value();
        if (last == null) {
            return;
        }
        if (age.gone(last, timestamp, context.timerService())) {
            minutes.clear();
            lastAt.clear();
            return;
        }
        List<Long> old = new ArrayList<>();
        for (long minute : minutes.keys()) {
            if ((minute + 1) * MINUTE + age.ttlMillis() <= timestamp) {
                old.add(minute);
            }
        }
        for (long minute : old) {
            minutes.remove(minute);
        }
    }
}
