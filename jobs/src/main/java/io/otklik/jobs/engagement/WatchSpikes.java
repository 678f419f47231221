package io.otklik.jobs.engagement;

import io.otklik.engagement.Excess;
import io.otklik.engagement.Reactions;
import io.otklik.engagement.Recent;
import io.otklik.engagement.SpikePolicy;
import io.otklik.engagement.SpikeRule;
import io.otklik.jobs.runtime.TimerGrid;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Urgency;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Emits an alert ENGAGEMENT_SPIKE when the reactions to a page leave what is usual for that hour of
 * the week ({@link SpikeRule}): when it is raised, when criticism without an answer begins or ends
 * to grow under it, and when it is over. Its subject is the post that got most of the reactions, or
 * the page.
 *
 * <p>Keyed by page. Looks every ten seconds of event time in which there were reactions, and while
 * a spike stands every minute, as the watermark passes them, so that a replay gives the same
 * alerts: a spike is raised at the end of the ten seconds that make it one. Where a watermark
 * passes several of them at once, they are looked at one after the other by the first one's timer:
 * a page has one at a time. What comes later than the watermark counts in what follows. A page has
 * one spike at a time. The end of bounded input ends no spike: nobody knows what came next.
 *
 * <p>State: {@link PageReactions} that no watermark has passed; {@link PageHours}; {@link
 * PageCriticism}; the {@link Alert} that stands; and one {@link Watch}. All of it goes {@link
 * #KEPT} after the last reaction, in event time. The page's entry stays while the register names
 * it.
 */
final class WatchSpikes extends KeyedProcessFunction<String, PageFact, Alert> {
    private static final long serialVersionUID = 1L;

    /** Five weeks: what an hour of the week is compared with lies within. */
    static final Duration KEPT = Duration.ofDays(35);

    private static final long STEP_MILLIS = 10_000L;
    private static final long MINUTE_MILLIS = 60_000L;
    private static final long DAY_MILLIS = 24 * 60 * MINUTE_MILLIS;

    private final SpikePolicy policy;

    private transient SpikeRule rule;
    private transient ValueState<Watch> watch;
    private transient ValueState<SpikePage> page;
    private transient ValueState<Alert> standing;

    private transient PageReactions coming;
    private transient PageHours hours;
    private transient PageCriticism criticism;

    WatchSpikes(SpikePolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        rule = new SpikeRule(policy);
        watch =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("watch", WatchSerializer.INSTANCE));
        page = value("page", SpikePage.class);
        standing = value("standing", Alert.class);
        coming = new PageReactions(getRuntimeContext());
        hours = new PageHours(getRuntimeContext());
        criticism = new PageCriticism(getRuntimeContext(), policy);
    }

    @Override
    public void processElement(PageFact fact, Context context, Collector<Alert> out)
            throws Exception {
        if (fact.change() != null) {
            if (fact.change().reactions() != 0) {
                count(fact.change(), context);
            }
        } else if (fact.page() != null) {
            SpikePage entry = SpikePage.of(fact.page());
            SpikePage known = page.value();
            if (known == null || entry.updatedAt() > known.updatedAt()) {
                page.update(entry);
            }
        } else if (fact.criticism() != null
                && criticism.hear(fact.criticism(), context.timerService().currentWatermark())) {
            watched(fact.criticism().publishedAt(), context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        Watch known = watch.value();
        long watermark = context.timerService().currentWatermark();
        if (known == null || watermark < Math.min(known.timerAt(), known.forgetAt())) {
            return;
        }
        List<SeenReactions> left = new ArrayList<>();
        NavigableMap<Long, Reactions> passed = coming.takePassed(watermark, left);
        while (known != null) {
            long end = Math.min(passed.isEmpty() ? Watch.NEVER : passed.firstKey(), known.lookAt());
            if (known.forgetAt() <= Math.min(end, watermark)) {
                known = forget(known, first(passed, left), context);
            } else if (end <= watermark && end != Watch.NEVER) {
                known = look(end, known, passed.remove(end), context, out);
            } else {
                break;
            }
        }
        if (known != null) {
            hours.write();
            watch.update(timed(known, Math.min(first(passed, left), known.lookAt()), context));
        }
    }

    /** The end of the first ten seconds with reactions that were not looked at. */
    private static long first(NavigableMap<Long, Reactions> passed, List<SeenReactions> coming) {
        long first = passed.isEmpty() ? Watch.NEVER : passed.firstKey();
        for (SeenReactions seen : coming) {
            first = Math.min(first, seen.end());
        }
        return first;
    }

    private static Watch timed(Watch known, long timerAt, Context context) {
        if (timerAt != Watch.NEVER) {
            context.timerService().registerEventTimeTimer(timerAt);
        }
        return known.timedAt(timerAt);
    }

    /** Counts reactions in the ten seconds in which they were seen, or, if it is late, as past. */
    private void count(PostChange change, Context context) throws Exception {
        long watermark = context.timerService().currentWatermark();
        long end = TimerGrid.nextMultiple(change.at(), STEP_MILLIS);
        long span = change.at() - change.from();
        // In whole minutes, so that posts whose totals are read together are one entry.
        long minutes = (span + MINUTE_MILLIS - 1) / MINUTE_MILLIS * MINUTE_MILLIS;
        Watch known = watched(change.at(), context);
        if (end > watermark) {
            coming.add(new SeenReactions(end, change.threadId(), minutes, change.reactions()));
            if (end < known.timerAt()) {
                watch.update(timed(known, end, context));
            }
            return;
        }
        hours.add(change.at(), span, change.reactions());
        hours.write();
        long oldest = watermark - policy.longest().toMillis();
        if (end > oldest) {
            Reactions late = Reactions.NONE.plus(change.threadId(), minutes, change.reactions());
            watch.update(known.withRecent(known.recent().after(oldest).plus(end, late)));
        }
    }

    /**
     * Makes the page known from that instant on, but not from before now in event time: an old
     * comment on a page that is new here says nothing about the days since.
     */
    private Watch watched(long at, Context context) throws Exception {
        Watch known = watch.value();
        long since = Math.max(at, context.timerService().currentWatermark());
        long hour = PageHours.hour(since);
        if (known == null) {
            known = since(since, at, context);
            watch.update(known);
        } else if (hour < known.knownHour()) {
            known = known.knownSince(hour);
            watch.update(known);
        }
        return known;
    }

    private static Watch since(long since, long at, Context context) {
        long forgetAt = since + KEPT.toMillis();
        context.timerService().registerEventTimeTimer(forgetAt);
        return Watch.since(PageHours.hour(since), at, forgetAt);
    }

    /**
     * Looks at what the windows hold that end now.
     *
     * @param latest the reactions of the last ten seconds; null: none
     */
    private Watch look(
            long end, Watch before, Reactions latest, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        Alert alert = standing.value();
        Recent recent = before.recent().after(end - policy.longest().toMillis());
        if (latest != null) {
            for (int i = 0; i < latest.posts().length; i++) {
                hours.add(end - 1, latest.spans()[i], latest.counts()[i]);
            }
            recent = recent.plus(end, latest);
        }
        double[] counts = rule.counts(recent, end);
        Watch known =
                before.seen(
                        latest == null ? before.touchedAt() : end,
                        recent,
                        before.peaks().with(Math.floorDiv(end - 1, DAY_MILLIS), counts));
        if (alert != null) {
            known = withUsual(known, PageHours.hour(end - 1));
            boolean over = rule.isOver(counts, known.usual(), known.peaks());
            return known.lookedAt(follow(alert, over, end, context, out));
        }
        boolean learned =
                end - PageHours.start(known.knownHour()) >= policy.learnedAfter().toMillis();
        if (!learned || !rule.areEnough(counts)) {
            return known;
        }
        known = withUsual(known, PageHours.hour(end - 1));
        Excess excess = rule.seen(recent, counts, known.usual(), known.peaks(), end);
        return excess == null ? known : known.lookedAt(raise(excess, end, context, out));
    }

    /**
     * Clears an alert, or goes on looking at it and tells of criticism that begins or ends.
     *
     * @return when to look at it again
     */
    private long follow(
            Alert alert, boolean over, long end, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        if (!over) {
            int unanswered = criticism.unanswered(alert.subjectId(), end);
            if (unanswered > 0 != (alert.urgency() == Urgency.HIGH)) {
                standing.update(emit(SpikeAlerts.withCriticism(alert, unanswered), context, out));
            }
        } else if (!hasInputEnded(context)) {
            emit(SpikeAlerts.cleared(alert, Instant.ofEpochMilli(end)), context, out);
            standing.clear();
            return Watch.NEVER;
        }
        return nextLook(end, context);
    }

    /**
     * Raises an alert.
     *
     * @return when to look at it again
     */
    private long raise(Excess excess, long end, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        SpikePage known = page.value();
        SpikePage of = known == null ? SpikePage.unregistered(context.getCurrentKey()) : known;
        String subject = excess.subject(of.communityId());
        Alert raised =
                SpikeAlerts.raised(
                        of, excess, Instant.ofEpochMilli(end), criticism.unanswered(subject, end));
        standing.update(emit(raised, context, out));
        return nextLook(end, context);
    }

    private Alert emit(Alert alert, Context context, Collector<Alert> out) {
        // Versions follow processing time: a replay with empty state supersedes earlier alerts.
        long version =
                Math.max(alert.version() + 1, context.timerService().currentProcessingTime());
        Alert emitted = alert.emitted(false, version);
        out.collect(emitted);
        return emitted;
    }

    /** In a minute, unless the input has ended: nobody knows what came next. */
    private static long nextLook(long end, Context context) {
        return hasInputEnded(context) ? Watch.NEVER : TimerGrid.nextMultiple(end, MINUTE_MILLIS);
    }

    private static boolean hasInputEnded(Context context) {
        return context.timerService().currentWatermark() == Long.MAX_VALUE;
    }

    private Watch withUsual(Watch known, long hour) throws Exception {
        return known.usualHour() == hour
                ? known
                : known.usualIn(hour, hours.usual(hour, known.knownHour()));
    }

    /**
     * What is left of what is known: all if there were reactions since, else nothing.
     *
     * @param nextEnd of reactions that are yet to be looked at: with them the page is new
     */
    private Watch forget(Watch known, long nextEnd, OnTimerContext context) throws Exception {
        long forgetAt = known.touchedAt() + KEPT.toMillis();
        if (forgetAt > known.forgetAt()) {
            context.timerService().registerEventTimeTimer(forgetAt);
            return known.forgottenAt(forgetAt);
        }
        standing.clear();
        hours.clear();
        criticism.clear();
        if (nextEnd == Watch.NEVER) {
            watch.clear();
            return null;
        }
        return since(nextEnd - 1, nextEnd - 1, context);
    }

    private <T> ValueState<T> value(String name, Class<T> type) {
        return getRuntimeContext()
                .getState(new ValueStateDescriptor<>(name, TypeInformation.of(type)));
    }
}
