package io.otklik.jobs.engagement;

import io.otklik.engagement.Excess;
import io.otklik.engagement.HourCounts;
import io.otklik.engagement.Reactions;
import io.otklik.engagement.SpikePolicy;
import io.otklik.engagement.SpikeRule;
import io.otklik.engagement.Usual;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Urgency;
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
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Emits an alert ENGAGEMENT_SPIKE when the reactions to a page leave what is usual for that hour of
 * the week ({@link SpikeRule}): when it is raised, when criticism without an answer begins or ends
 * to grow under it, and when it is over. Its subject is the post that got most of the reactions, or
 * the page.
 *
 * <p>Keyed by page. Looks every ten seconds of event time in which there were reactions, and while
 * a spike stands every minute, as the watermark passes them, so that a replay gives the same
 * alerts: a spike is raised at the end of the ten seconds that make it one. What comes later than
 * the watermark counts in what follows. A page has one spike at a time. The end of bounded input
 * ends no spike: nobody knows what came next.
 *
 * <p>State: {@link Reactions} of the longest window; {@link HourCounts} of the hours of the week
 * that had any; appeals without an answer, which go when they are answered or are no longer new;
 * the {@link Alert} that stands; and one {@link Watch}. All of it goes {@link #KEPT} after the last
 * reaction, in event time. The page's entry stays while the register names it.
 */
final class WatchSpikes extends KeyedProcessFunction<String, SpikeFact, Alert> {
    private static final long serialVersionUID = 1L;

    /** Five weeks: what an hour of the week is compared with lies within. */
    static final Duration KEPT = Duration.ofDays(35);

    private static final long STEP_MILLIS = 10_000L;
    private static final long MINUTE_MILLIS = 60_000L;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /** A total that tells of a longer time is spread over its last day. */
    private static final int MOST_HOURS = 24;

    private final SpikePolicy policy;

    private transient SpikeRule rule;
    private transient ValueState<Watch> watch;
    private transient ValueState<SpikePage> page;
    private transient ValueState<Alert> standing;

    /** By the end of their ten seconds. */
    private transient MapState<Long, Reactions> recent;

    /** By {@link HourCounts#slot}. */
    private transient MapState<Integer, HourCounts> hours;

    /** Unanswered, by appeal. */
    private transient MapState<String, Criticism> criticism;

    WatchSpikes(SpikePolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        rule = new SpikeRule(policy);
        watch = value("watch", Watch.class);
        page = value("page", SpikePage.class);
        standing = value("standing", Alert.class);
        recent = map("recent", Types.LONG, Reactions.class);
        hours = map("hours", Types.INT, HourCounts.class);
        criticism = map("criticism", Types.STRING, Criticism.class);
    }

    @Override
    public void processElement(SpikeFact fact, Context context, Collector<Alert> out)
            throws Exception {
        if (fact.reactions() != null) {
            count(fact.reactions(), context);
        } else if (fact.page() != null) {
            SpikePage entry = fact.page();
            SpikePage known = page.value();
            if (known == null || entry.updatedAt() > known.updatedAt()) {
                page.update(entry);
            }
        } else {
            hear(fact.criticism(), context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        Watch known = watch.value();
        if (known == null) {
            return;
        }
        if (timestamp == known.forgetAt()) {
            forget(known, context);
        }
        if (watch.value() != null && (standing.value() != null || recent.contains(timestamp))) {
            look(timestamp, context, out);
        }
    }

    private void hear(Criticism appeal, Context context) throws Exception {
        long watermark = context.timerService().currentWatermark();
        for (Iterator<Criticism> all = criticism.values().iterator(); all.hasNext(); ) {
            if (!isNew(all.next(), watermark)) {
                all.remove();
            }
        }
        if (appeal.unanswered() && isNew(appeal, watermark)) {
            criticism.put(appeal.appealId(), appeal);
            watched(appeal.publishedAt(), context);
        } else {
            criticism.remove(appeal.appealId());
        }
    }

    private void count(PageReactions reactions, Context context) throws Exception {
        long watermark = context.timerService().currentWatermark();
        long end = BookClock.nextMultiple(reactions.at(), STEP_MILLIS);
        watched(reactions.at(), context);
        boolean late = end <= watermark;
        if (late) {
            remember(reactions.at(), reactions.at() - reactions.from(), reactions.count());
        }
        if (!late || end > watermark - policy.longest().toMillis()) {
            Reactions before = recent.get(end);
            // In whole minutes, so that posts whose totals are read together are one entry.
            long span = reactions.at() - reactions.from();
            long minutes = (span + MINUTE_MILLIS - 1) / MINUTE_MILLIS * MINUTE_MILLIS;
            recent.put(
                    end,
                    (before == null ? Reactions.NONE : before)
                            .plus(reactions.threadId(), minutes, reactions.count()));
        }
        if (!late) {
            context.timerService().registerEventTimeTimer(end);
        }
    }

    /**
     * Makes the page known from that instant on, but not from before now in event time: an old
     * comment on a page that is new here says nothing about the days since.
     */
    private void watched(long at, Context context) throws Exception {
        Watch known = watch.value();
        long since = Math.max(at, context.timerService().currentWatermark());
        long hour = Math.floorDiv(since, HOUR_MILLIS);
        if (known == null) {
            long forgetAt = since + KEPT.toMillis();
            context.timerService().registerEventTimeTimer(forgetAt);
            watch.update(Watch.since(hour, at, forgetAt));
        } else if (hour < known.knownHour()) {
            watch.update(known.knownSince(hour));
        }
    }

    private void look(long end, OnTimerContext context, Collector<Alert> out) throws Exception {
        Reactions latest = recent.get(end);
        if (latest != null) {
            for (int i = 0; i < latest.posts().length; i++) {
                remember(end - 1, latest.spans()[i], latest.counts()[i]);
            }
        }
        Watch known = withUsual(watch.value(), Math.floorDiv(end - 1, HOUR_MILLIS));
        TreeMap<Long, Reactions> until = until(end);
        double[] counts = rule.counts(until, end);
        known =
                known.seen(
                        latest == null ? known.touchedAt() : end,
                        known.peaks().with(Math.floorDiv(end - 1, DAY_MILLIS), counts));
        watch.update(known);
        Alert alert = standing.value();
        boolean inputEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
        if (alert == null) {
            boolean learned =
                    end - known.knownHour() * HOUR_MILLIS >= policy.learnedAfter().toMillis();
            Excess excess =
                    learned ? rule.seen(until, counts, known.usual(), known.peaks(), end) : null;
            if (excess != null) {
                raise(excess, end, context, out);
            }
        } else if (rule.isOver(counts, known.usual(), known.peaks())) {
            if (!inputEnded) {
                emit(SpikeAlerts.cleared(alert, Instant.ofEpochMilli(end)), context, out);
                standing.clear();
            }
        } else {
            int unanswered = unanswered(alert.subjectId(), end);
            if (unanswered > 0 != (alert.urgency() == Urgency.HIGH)) {
                standing.update(emit(SpikeAlerts.withCriticism(alert, unanswered), context, out));
            }
        }
        if (standing.value() != null && !inputEnded) {
            lookAgain(end, context);
        }
    }

    private void raise(Excess excess, long end, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        SpikePage known = page.value();
        SpikePage of = known == null ? SpikePage.unregistered(context.getCurrentKey()) : known;
        String subject = excess.subject(of.communityId());
        Alert raised =
                SpikeAlerts.raised(of, excess, Instant.ofEpochMilli(end), unanswered(subject, end));
        standing.update(emit(raised, context, out));
    }

    private Alert emit(Alert alert, Context context, Collector<Alert> out) {
        // Versions follow processing time: a replay with empty state supersedes earlier alerts.
        long version =
                Math.max(alert.version() + 1, context.timerService().currentProcessingTime());
        Alert emitted = alert.emitted(false, version);
        out.collect(emitted);
        return emitted;
    }

    private void lookAgain(long end, Context context) {
        long next = BookClock.nextMultiple(end, MINUTE_MILLIS);
        context.timerService().registerEventTimeTimer(next);
    }

    /** The reactions that the windows of an instant hold; lets older ones go. */
    private TreeMap<Long, Reactions> until(long end) throws Exception {
        TreeMap<Long, Reactions> until = new TreeMap<>();
        long oldest = end - policy.longest().toMillis();
        Iterator<Map.Entry<Long, Reactions>> all = recent.iterator();
        while (all.hasNext()) {
            Map.Entry<Long, Reactions> entry = all.next();
            if (entry.getKey() <= oldest) {
                all.remove();
            } else if (entry.getKey() <= end) {
                until.put(entry.getKey(), entry.getValue());
            }
        }
        return until;
    }

    /** Counts what was gained in a time that ended then, in the hours of that time. */
    private void remember(long at, long spanMillis, int count) throws Exception {
        long last = Math.floorDiv(at, HOUR_MILLIS);
        int many =
                (int) Math.min(MOST_HOURS, 1 + last - Math.floorDiv(at - spanMillis, HOUR_MILLIS));
        for (long hour = last; hour > last - many; hour--) {
            int slot = HourCounts.slot(hour);
            HourCounts before = hours.get(slot);
            hours.put(
                    slot,
                    (before == null ? HourCounts.NONE : before).plus(hour, (double) count / many));
        }
    }

    private Watch withUsual(Watch known, long hour) throws Exception {
        if (known.usualHour() == hour) {
            return known;
        }
        List<Long> alike = Usual.alike(hour, known.knownHour());
        double[] counts = new double[alike.size()];
        for (int i = 0; i < counts.length; i++) {
            HourCounts slot = hours.get(HourCounts.slot(alike.get(i)));
            counts[i] = slot == null ? 0 : slot.at(alike.get(i));
        }
        return known.usualIn(hour, Usual.of(counts));
    }

    /** New appeals without an answer, about the page or under the post; 0 if they do not grow. */
    private int unanswered(String subject, long at) throws Exception {
        int unanswered = 0;
        for (Criticism appeal : criticism.values()) {
            if (appeal.publishedAt() < at
                    && isNew(appeal, at)
                    && (subject.equals(appeal.communityId())
                            || subject.equals(appeal.threadId()))) {
                unanswered++;
            }
        }
        return unanswered < policy.criticismLeast() ? 0 : unanswered;
    }

    private boolean isNew(Criticism appeal, long at) {
        return appeal.publishedAt() + policy.criticismWithin().toMillis() > at;
    }

    private void forget(Watch known, OnTimerContext context) throws Exception {
        long forgetAt = known.touchedAt() + KEPT.toMillis();
        if (forgetAt > known.forgetAt()) {
            context.timerService().registerEventTimeTimer(forgetAt);
            watch.update(known.forgottenAt(forgetAt));
            return;
        }
        watch.clear();
        standing.clear();
        recent.clear();
        hours.clear();
        criticism.clear();
    }

    private <T> ValueState<T> value(String name, Class<T> type) {
        return getRuntimeContext()
                .getState(new ValueStateDescriptor<>(name, TypeInformation.of(type)));
    }

    private <K, V> MapState<K, V> map(String name, TypeInformation<K> key, Class<V> type) {
        return getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(name, key, TypeInformation.of(type)));
    }
}
