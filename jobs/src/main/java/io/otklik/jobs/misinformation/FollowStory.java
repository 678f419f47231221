package io.otklik.jobs.misinformation;

import io.otklik.language.text.Tokenizer;
import io.otklik.schemas.Copy;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.Verdict;
import io.otklik.similarity.claim.ClaimIndex;
import io.otklik.similarity.claim.ClaimMatch;
import io.otklik.similarity.signal.SpreadRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Emits what a story is made of when that has changed, at most once a second of processing time and
 * at the end of bounded input, and within a minute when a claim is added that its text repeats, or
 * the register says otherwise of a page that wrote a message of it; and to {@link #COPIES} each of
 * its messages.
 *
 * <p>Keyed by story. Messages may come in any order: they are added to a {@link Tally}, which is
 * made anew from all of them only when one left the story after it was told, the register changed,
 * or the book of signals says otherwise when a story spreads: that counts when the story is told
 * next. A registration links the story to a claim. When its messages move to another story it is
 * told once more as merged into that.
 *
 * <p>State: the messages, those that are not counted yet apart; what is counted, and when and where
 * it was told ({@link StoryPoints}); what was told last, the claim that its text was found to
 * repeat, the linked claim, and when the next telling and the next look at the claims are due. It
 * goes after the time to live; nothing is emitted then.
 *
 * <p>Claims and pages that come later are not compared with each story when they come: a story asks
 * once a minute whether there are others than when it looked, and if so looks through all claims by
 * their index, and for its own pages in the register. Thousands of imported ones cost a story one
 * look.
 */
final class FollowStory
        extends KeyedBroadcastProcessFunction<String, StoryFact, Reference, StoryTold> {
    private static final long serialVersionUID = 1L;

    /** Messages with their story. */
    static final OutputTag<Copy> COPIES = new OutputTag<>("copies", TypeInformation.of(Copy.class));

    private static final long TELL_EVERY = Duration.ofSeconds(1).toMillis();
    private static final long SEEK_EVERY = Duration.ofMinutes(1).toMillis();

    private final Age age;

    private transient Tokenizer tokenizer;
    private transient KnownClaims claims;
    private transient OfficialPages pages;
    private transient SignalsInForce signals;
    private transient StoryMessages messages;
    private transient ValueState<FoundClaim> found;
    private transient ValueState<StoryTold> told;
    private transient ValueState<StoryCourse> course;

    FollowStory(Age age) {
        this.age = age;
    }

    /** By what, and to whom, a story is told. */
    private record Telling(
            SpreadRule rule,
            ClaimIndex claims,
            OfficialPages.Register register,
            Collector<StoryTold> out,
            Consumer<Copy> copies) {}

    @Override
    public void open(OpenContext context) {
        tokenizer = new Tokenizer();
        claims = new KnownClaims();
        pages = new OfficialPages();
        signals = new SignalsInForce(getRuntimeContext().getMetricGroup());
        messages = new StoryMessages(getRuntimeContext());
        found =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "found", TypeInformation.of(FoundClaim.class)));
        told =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "told", TypeInformation.of(StoryTold.class)));
        course =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "course", TypeInformation.of(StoryCourse.class)));
    }

    @Override
    public void processElement(StoryFact fact, ReadOnlyContext context, Collector<StoryTold> out)
            throws Exception {
        if (fact.member() != null) {
            take(fact.member(), context.timerService());
        } else {
            register(fact.step(), context.timerService());
        }
    }

    @Override
    public void processBroadcastElement(
            Reference reference, Context context, Collector<StoryTold> out) throws Exception {
        BroadcastState<String, RuleBookVersion> books =
                context.getBroadcastState(SignalsInForce.BOOKS);
        if (reference.rules() != null) {
            signals.take(reference.rules(), books);
        } else if (reference.claim() != null) {
            claims.take(reference.claim(), context.getBroadcastState(KnownClaims.CLAIMS));
        } else {
            pages.take(reference.community(), context.getBroadcastState(OfficialPages.PAGES));
        }
    }

    private void take(Member member, TimerService timers) throws Exception {
        Sighting sighting = member.sighting();
        StoryCourse known = course(sighting.publishedAt(), timers);
        StoryCourse next = known.seenAt(sighting.publishedAt());
        if (member.movedTo() == null) {
            messages.add(member);
        } else {
            next = next.movedTo(member.movedTo(), messages.leave(sighting));
        }
        course.update(soon(next, timers));
    }

    private void register(Verdict step, TimerService timers) throws Exception {
        long at = step.at().toEpochMilli();
        StoryCourse known = course(at, timers);
        if (known.linkedAt() == null || !known.linkedAt().isAfter(step.at())) {
            course.update(soon(known.seenAt(at).linkedTo(step.claimId(), step.at()), timers));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StoryTold> out)
            throws Exception {
        StoryCourse known = course.value();
        if (known == null) {
            return;
        }
        TimerService timers = context.timerService();
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            boolean changed = known.tellAt() != 0 && timestamp >= known.tellAt();
            boolean seeks = known.seekAt() != 0 && timestamp >= known.seekAt();
            onClock(known, changed, seeks, context, out);
            return;
        }
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            tellIfDue(known, known.tellAt() != 0, known.seekAt() != 0, context, out);
        }
        if (age.gone(known.lastAt(), timestamp, timers)) {
            clear(known, timers);
        }
    }

    private void onClock(
            StoryCourse known,
            boolean changed,
            boolean seeks,
            OnTimerContext context,
            Collector<StoryTold> out)
            throws Exception {
        StoryCourse next = tellIfDue(known, changed, seeks, context, out);
        if (seeks || changed && next.seekAt() == 0) {
            next = seek(next, context.timerService());
        }
        if (changed || seeks) {
            course.update(next);
        }
    }

    /**
     * Tells a story that changed, or that is to be looked through for a claim or a page that came
     * since.
     *
     * @return its course behind that
     */
    private StoryCourse tellIfDue(
            StoryCourse known,
            boolean changed,
            boolean seeks,
            OnTimerContext context,
            Collector<StoryTold> out)
            throws Exception {
        ClaimIndex index = claims.index(context.getBroadcastState(KnownClaims.CLAIMS));
        OfficialPages.Register register =
                pages.register(context.getBroadcastState(OfficialPages.PAGES));
        boolean asksAnew =
                seeks && (soughtAmong() != index.digest() || !messages.areDecidedBy(register));
        if (!changed && !asksAnew) {
            return known;
        }
        Telling telling =
                new Telling(
                        signals.book(context.getBroadcastState(SignalsInForce.BOOKS)).spread(),
                        index,
                        register,
                        out,
                        copy -> context.output(COPIES, copy));
        tell(context.getCurrentKey(), known, telling);
        return known.told();
    }

    /** By what claims its own text was looked through; that of no story is by none. */
    private long soughtAmong() throws Exception {
        FoundClaim sought = found.value();
        return sought == null ? 0 : sought.among();
    }

    /** Sets the timer by which claims that come from now on are found, if there is a text. */
    private StoryCourse seek(StoryCourse known, TimerService timers) throws Exception {
        if (found.value() == null) {
            return known.seekAt(0);
        }
        long at = timers.currentProcessingTime() + SEEK_EVERY;
        timers.registerProcessingTimeTimer(at);
        return known.seekAt(at);
    }

    private void clear(StoryCourse known, TimerService timers) throws Exception {
        messages.clear();
        found.clear();
        told.clear();
        course.clear();
        if (known.tellAt() != 0) {
            timers.deleteProcessingTimeTimer(known.tellAt());
        }
        if (known.seekAt() != 0) {
            timers.deleteProcessingTimeTimer(known.seekAt());
        }
    }

    private StoryCourse course(long at, TimerService timers) throws Exception {
        StoryCourse known = course.value();
        if (known == null) {
            age.watch(at, timers);
            return StoryCourse.NONE;
        }
        return known;
    }

    private static StoryCourse soon(StoryCourse course, TimerService timers) {
        if (course.tellAt() != 0) {
            return course;
        }
        long at = timers.currentProcessingTime() + TELL_EVERY;
        timers.registerProcessingTimeTimer(at);
        return course.tellAt(at);
    }

    private void tell(String storyId, StoryCourse known, Telling telling) throws Exception {
        StoryTold before = told.value();
        List<Carried> rows = new ArrayList<>();
        Tally counted = messages.count(telling.rule(), telling.register(), known.left(), rows);
        if (counted.messages() == 0) {
            found.clear();
            if (before != null && !before.gone()) {
                StoryTold merged = before.leaving(known.movedTo());
                told.update(merged);
                telling.out().collect(merged);
            }
            return;
        }
        StoryTold story =
                counted.told(storyId, known.linkedClaim(), claimOf(counted, telling.claims()));
        boolean elsewhere =
                before != null && !before.gone() && !before.subject().equals(story.subject());
        if (elsewhere) {
            telling.out().collect(before.leaving(null));
            rows = messages.emitAll();
        }
        if (!story.same(before)) {
            told.update(story);
            telling.out().collect(story);
        }
        for (Carried carried : rows) {
            Sighting decided = telling.register().decide(carried.counted());
            telling.copies().accept(carried.row(story, decided));
        }
    }

    /** The claim that the text of a story's source repeats; null if none. See {@link Tally}. */
    private ClaimMatch claimOf(Tally counted, ClaimIndex known) throws Exception {
        Sighting source = counted.source();
        FoundClaim before = found.value();
        if (before != null
                && before.source().equals(source.label())
                && before.among() == known.digest()) {
            return before.match();
        }
        ClaimMatch match = known.isEmpty() ? null : known.match(tokenizer.read(source.text()));
        found.update(new FoundClaim(source.label(), match, known.digest()));
        return match;
    }
}
