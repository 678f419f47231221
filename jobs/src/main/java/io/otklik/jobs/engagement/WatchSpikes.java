package io.otklik.jobs.engagement;

import io.otklik.engagement.Excess;
import io.otklik.engagement.Reactions;
import io.otklik.engagement.Recent;
import io.otklik.engagement.SpikePolicy;
import io.otklik.engagement.SpikeRule;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Urgency;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.time.Instant;

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
 * <p>State: {@link Reactions} that no watermark has passed; {@link PageHours}; {@link
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

    private static final MapStateDescriptor<Long, Reactions> COMING =
            new MapStateDescriptor<>(
                    "coming", LongSerializer.INSTANCE, ReactionsSerializer.INSTANCE);

    private final SpikePolicy policy;

    private transient SpikeRule rule;
    private transient ValueState<Watch> watch;
    private transient ValueState<SpikePage> page;
    private transient ValueState<Alert> standing;

    /** By the end of their ten seconds, which is the time of a timer. */
    private transient MapState<Long, Reactions> coming;

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
        coming = getRuntimeContext().getMapState(COMING);
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
        if (known != null && timestamp == known.forgetAt()) {
            known = forget(known, context);
        }
        if (known == null) {
            return;
        }
        Reactions latest = coming.get(timestamp);
        Alert alert = standing.value();
        if (latest != null || alert != null) {
            look(timestamp, known, latest, alert, context, out);
        }
    }

    /** Counts reactions in the ten seconds in which they were seen, or, if it is late, as past. */
    private void count(PostChange change, Context context) throws Exception {
        long watermark = context.timerService().currentWatermark();
        long end = BookClock.nextMultiple(change.at(), STEP_MILLIS);
        long span = change.at() - change.from();
        // In whole minutes, so that posts whose totals are read together are one entry.
        long minutes = (span + MINUTE_MILLIS - 1) / MINUTE_MILLIS * MINUTE_MILLIS;
        Watch known = watched(change.at(), context);
        if (end > watermark) {
            Reactions before = coming.get(end);
            if (before == null) {
                before = Reactions.NONE;
                context.timerService().registerEventTimeTimer(end);
            }
            coming.put(end, before.plus(change.threadId(), minutes, change.reactions()));
            return;
        }
        hours.add(change.at(), span, change.reactions());
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
            long forgetAt = since + KEPT.toMillis();
            context.timerService().registerEventTimeTimer(forgetAt);
            known = Watch.since(hour, at, forgetAt);
            watch.update(known);
        } else if (hour < known.knownHour()) {
            known = known.knownSince(hour);
            watch.update(known);
        }
        return known;
    }

    /**
     * Looks at what the windows hold that end now.
     *
     * @param latest the reactions of the last ten seconds; null: none
     * @param alert that stands; null: none
     */
    private void look(
            long end,
            Watch before,
            Reactions latest,
            Alert alert,
            OnTimerContext context,
            Collector<Alert> out)
            throws Exception {
        if (latest != null) {
            coming.remove(end);
            for (int i = 0; i < latest.posts().length; i++) {
                hours.add(end - 1, latest.spans()[i], latest.counts()[i]);
            }
        }
        Recent recent = before.recent().after(end - policy.longest().toMillis());
        recent = latest == null ? recent : recent.plus(end, latest);
        double[] counts = rule.counts(recent, end);
        Watch known =
                before.withRecent(recent)
                        .seen(
                                latest == null ? before.touchedAt() : end,
                                before.peaks().with(Math.floorDiv(end - 1, DAY_MILLIS), counts));
        boolean learned =
                end - PageHours.start(known.knownHour()) >= policy.learnedAfter().toMillis();
        if (learned || alert != null) {
            known = withUsual(known, PageHours.hour(end - 1));
        }
        watch.update(known);
        if (alert == null) {
            Excess excess =
                    learned ? rule.seen(recent, counts, known.usual(), known.peaks(), end) : null;
            if (excess != null) {
                raise(excess, end, context, out);
            }
        } else {
            follow(alert, rule.isOver(counts, known.usual(), known.peaks()), end, context, out);
        }
    }

    /** Clears an alert, or goes on looking at it and tells of criticism that begins or ends. */
    private void follow(
            Alert alert, boolean over, long end, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        boolean inputEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
        if (!over) {
            int unanswered = criticism.unanswered(alert.subjectId(), end);
            if (unanswered > 0 != (alert.urgency() == Urgency.HIGH)) {
                standing.update(emit(SpikeAlerts.withCriticism(alert, unanswered), context, out));
            }
        } else if (!inputEnded) {
            emit(SpikeAlerts.cleared(alert, Instant.ofEpochMilli(end)), context, out);
            standing.clear();
            return;
        }
        lookAgain(end, context);
    }

    private void raise(Excess excess, long end, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        SpikePage known = page.value();
        SpikePage of = known == null ? SpikePage.unregistered(context.getCurrentKey()) : known;
        String subject = excess.subject(of.communityId());
        Alert raised =
                SpikeAlerts.raised(
                        of, excess, Instant.ofEpochMilli(end), criticism.unanswered(subject, end));
        standing.update(emit(raised, context, out));
        lookAgain(end, context);
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
    private void lookAgain(long end, OnTimerContext context) {
        if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
            long next = BookClock.nextMultiple(end, MINUTE_MILLIS);
            context.timerService().registerEventTimeTimer(next);
        }
    }

    private Watch withUsual(Watch known, long hour) throws Exception {
        return known.usualHour() == hour
                ? known
                : known.usualIn(hour, hours.usual(hour, known.knownHour()));
    }

    /** What is left of what is known: all if there were reactions since, else nothing. */
    private Watch forget(Watch known, OnTimerContext context) throws Exception {
        long forgetAt = known.touchedAt() + KEPT.toMillis();
        if (forgetAt > known.forgetAt()) {
            context.timerService().registerEventTimeTimer(forgetAt);
            Watch kept = known.forgottenAt(forgetAt);
            watch.update(kept);
            return kept;
        }
        watch.clear();
        standing.clear();
        coming.clear();
        hours.clear();
        criticism.clear();
        return null;
    }

    private <T> ValueState<T> value(String name, Class<T> type) {
        return getRuntimeContext()
                .getState(new ValueStateDescriptor<>(name, TypeInformation.of(type)));
    }
}
