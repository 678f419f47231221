package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Claim;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Verdict;
import io.otklik.similarity.signal.SignalBook;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits a {@link Suspicion} each time it changes, and to {@link #ALERTS} that its story spreads,
 * and that the time for a refutation passed without one.
 *
 * <p>Keyed by claim; by story where it repeats none. All suspicions of the claim are told anew
 * after each fact ({@link Judgement}) and only differences are emitted, so that the order of facts
 * does not matter. Another book of signals is such a fact for all of them. That time ends by event
 * time; the last watermark of bounded input ends none. If another book gives more time, its end is
 * told then; if it gives less, what is over is told at once, and what is over later with the next
 * fact about the claim, or when the time by the former book ends: Flink sets no timers where a book
 * comes.
 *
 * <p>Versions follow the processing time, so that a replay supersedes the rows of a run before.
 *
 * <p>State: stories with what was emitted of them, what people did, the claim, and how far it was
 * told. A story goes after the time to live; what people did and the claim stay, for a claim may
 * come back after years: people's work bounds them.
 */
final class FollowClaim
        extends KeyedBroadcastProcessFunction<String, SubjectFact, Reference, Suspicion> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<Alert> ALERTS =
            new OutputTag<>("alerts", TypeInformation.of(Alert.class));

    private final Age age;

    private static final MapStateDescriptor<String, Told> STORIES =
            new MapStateDescriptor<>("stories", Types.STRING, TypeInformation.of(Told.class));

    private transient SignalsInForce signals;
    private transient MapState<String, Told> stories;
    private transient MapState<String, Verdict> steps;
    private transient ValueState<Claim> claim;

    /** The latest instant up to which it was told, so that a restart takes nothing back. */
    private transient ValueState<Long> toldUpTo;

    private transient Counter suspicions;

    FollowClaim(Age age) {
        this.age = age;
    }

    /**
     * A story and what was emitted of it.
     *
     * @param suspicion null if nothing was
     */
    public record Told(StoryTold story, Suspicion suspicion, List<Alert> alerts) {}

    @Override
    public void open(OpenContext context) {
        signals = new SignalsInForce(getRuntimeContext().getMetricGroup());
        stories = getRuntimeContext().getMapState(STORIES);
        steps =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "steps", Types.STRING, TypeInformation.of(Verdict.class)));
        claim =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "claim", TypeInformation.of(Claim.class)));
        toldUpTo =
                getRuntimeContext().getState(new ValueStateDescriptor<>("told-up-to", Types.LONG));
        suspicions = getRuntimeContext().getMetricGroup().counter("suspicions");
    }

    @Override
    public void processElement(SubjectFact fact, ReadOnlyContext context, Collector<Suspicion> out)
            throws Exception {
        if (fact.story() != null) {
            take(fact.story(), book(context), context.timerService());
        } else if (fact.step() != null) {
            steps.put(fact.step().verdictId(), fact.step());
        } else {
            Claim known = claim.value();
            if (known == null || !known.updatedAt().isAfter(fact.claim().updatedAt())) {
                claim.update(fact.claim());
            }
        }
        tell(telling(context, out));
    }

    @Override
    public void processBroadcastElement(
            Reference reference, Context context, Collector<Suspicion> out) throws Exception {
        BroadcastState<String, RuleBookVersion> books =
                context.getBroadcastState(SignalsInForce.BOOKS);
        if (reference.rules() != null && signals.take(reference.rules(), books)) {
            ClaimTelling telling =
                    new ClaimTelling(
                            signals.book(books),
                            context.currentProcessingTime(),
                            context.currentWatermark(),
                            out,
                            alert -> context.output(ALERTS, alert));
            context.applyToKeyedState(STORIES, (subject, state) -> tell(telling));
        }
    }

    private SignalBook book(ReadOnlyContext context) throws Exception {
        return signals.book(context.getBroadcastState(SignalsInForce.BOOKS));
    }

    private ClaimTelling telling(ReadOnlyContext context, Collector<Suspicion> out)
            throws Exception {
        return new ClaimTelling(
                book(context),
                context.currentProcessingTime(),
                context.currentWatermark(),
                out,
                alert -> context.output(ALERTS, alert));
    }

    private void take(StoryTold story, SignalBook book, TimerService timers) throws Exception {
        Told known = stories.get(story.storyId());
        if (known == null) {
            age.watch(story.lastAt(), timers);
        }
        stories.put(
                story.storyId(),
                known == null
                        ? new Told(story, null, List.of())
                        : new Told(story, known.suspicion(), known.alerts()));
        long dueAt = dueAt(story, book);
        if (known == null
                || known.story().firstAt() != story.firstAt()
                || dueAt > timers.currentWatermark()) {
            timers.registerEventTimeTimer(dueAt);
        }
    }

    private static long dueAt(StoryTold story, SignalBook book) {
        return story.firstAt() + book.spread().refuteWithin().toMillis();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Suspicion> out)
            throws Exception {
        TimerService timers = context.timerService();
        boolean inputEnds = timers.currentWatermark() == Long.MAX_VALUE;
        if (!inputEnds) {
            tell(telling(context, out));
        }
        for (Told told : all().values()) {
            long lastAt = told.story().lastAt();
            boolean due = inputEnds || timestamp >= lastAt + age.ttlMillis();
            if (due && age.gone(lastAt, timestamp, timers)) {
                stories.remove(told.story().storyId());
            }
        }
        if (stories.isEmpty()) {
            toldUpTo.clear();
        } else {
            watchOn(timestamp, book(context), timers);
        }
    }

    /** Sets timers anew: stories may have been told since, and the book may give more time. */
    private void watchOn(long timestamp, SignalBook book, TimerService timers) throws Exception {
        long oldest = Long.MAX_VALUE;
        boolean line = false;
        for (Told told : stories.values()) {
            oldest = Math.min(oldest, told.story().lastAt());
            long dueAt = dueAt(told.story(), book);
            line |= dueAt == timestamp;
            if (dueAt > timers.currentWatermark()) {
                timers.registerEventTimeTimer(dueAt);
            }
        }
        long goesAt = oldest + age.ttlMillis();
        // The line of an old story is over at once; it stays for the hour that its age grants it.
        if (!line || goesAt > timers.currentWatermark()) {
            timers.registerEventTimeTimer(goesAt);
        }
    }

    private Map<String, Told> all() throws Exception {
        Map<String, Told> all = new HashMap<>();
        for (Map.Entry<String, Told> entry : stories.entries()) {
            all.put(entry.getKey(), entry.getValue());
        }
        return all;
    }

    private void tell(ClaimTelling telling) throws Exception {
        Map<String, Told> all = all();
        if (all.isEmpty()) {
            return;
        }
        long watermark = telling.watermark();
        Long before = toldUpTo.value();
        long upTo = before == null ? watermark : Math.max(before, watermark);
        if (watermark == Long.MAX_VALUE) {
            upTo = before == null ? Long.MIN_VALUE : before;
        }
        if (before == null || upTo != before) {
            toldUpTo.update(upTo);
        }
        List<Verdict> done = new ArrayList<>();
        steps.values().forEach(done::add);
        List<StoryTold> standing = new ArrayList<>();
        all.values().stream()
                .map(Told::story)
                .filter(story -> !story.gone())
                .forEach(standing::add);
        Judgement judgement = new Judgement(telling.book(), claim.value(), done, standing, upTo);
        for (Told told : all.values()) {
            Told next = telling.tell(told, judgement);
            if (next != told) {
                stories.put(told.story().storyId(), next);
            }
            if (told.suspicion() == null && next.suspicion() != null) {
                suspicions.inc();
            }
        }
    }
}
