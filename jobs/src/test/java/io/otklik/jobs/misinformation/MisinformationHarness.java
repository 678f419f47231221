package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Message;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/** The operators of the job, one after the other, and what stands of their output. */
final class MisinformationHarness implements AutoCloseable {

    private final TwoInputStreamOperatorTestHarness<Message, Reference, Sighting> read;
    private final KeyedOneInputStreamOperatorTestHarness<Long, SeenText, Drawn> first;
    private final KeyedOneInputStreamOperatorTestHarness<Integer, Drawn, Hop> copyFinder;
    private final List<KeyedOneInputStreamOperatorTestHarness<Long, Hop, Hop>> passes =
            new ArrayList<>();
    private final KeyedOneInputStreamOperatorTestHarness<String, ThreadFact, Sighting> ask;
    private final KeyedOneInputStreamOperatorTestHarness<String, LinkFact, Sighting> meet;
    private final KeyedTwoInputStreamOperatorTestHarness<Long, Sighting, Hop, Member> assign;
    private final KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold>
            story;
    private final KeyedTwoInputStreamOperatorTestHarness<String, SubjectFact, Reference, Suspicion>
            claim;

    private final Map<String, Suspicion> suspicions = new TreeMap<>();
    private final Map<String, Copy> copies = new TreeMap<>();
    private final Map<String, Alert> alerts = new TreeMap<>();
    private final List<StoryTold> stories = new ArrayList<>();

    /** Event time at which each alert was emitted first, by the newest message seen. */
    private final Map<String, Instant> alertSeenAt = new HashMap<>();

    private Instant newest = Instant.EPOCH;
    private long clock;

    MisinformationHarness(Duration ttl) throws Exception {
        Age age = Age.of(ttl);
        read =
                new TwoInputStreamOperatorTestHarness<>(
                        new CoBroadcastWithNonKeyedOperator<>(
                                new ReadTexts(),
                                List.of(
                                        KnownClaims.CLAIMS,
                                        OfficialPages.PAGES,
                                        SignalsInForce.BOOKS)));
        first =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new FirstSight(age)),
                        SeenText::textId,
                        Types.LONG);
        copyFinder =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new FindCopies(age)), Drawn::shelf, Types.INT);
        for (int step = 0; step < MisinformationPipeline.STEPS; step++) {
            passes.add(
                    new KeyedOneInputStreamOperatorTestHarness<>(
                            new KeyedProcessOperator<>(new PassLabel(age)), Hop::to, Types.LONG));
        }
        ask =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AskUnderPosts(age)),
                        ThreadFact::threadId,
                        Types.STRING);
        meet =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new MeetAtLinks()),
                        LinkFact::link,
                        Types.STRING);
        assign =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new KeyedCoProcessOperator<>(new AssignStory(age)),
                        Sighting::textId,
                        Hop::to,
                        Types.LONG);
        story = followStory(age);
        claim = followClaim(age);
        for (AbstractStreamOperatorTestHarness<?> operator : operators()) {
            operator.open();
        }
        pass(Duration.ofSeconds(1));
    }

    /** One operator alone, not opened. */
    static KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold>
            followStory(Age age) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new FollowStory(age),
                        List.of(KnownClaims.CLAIMS, OfficialPages.PAGES, SignalsInForce.BOOKS)),
                StoryFact::story,
                null,
                Types.STRING);
    }

    /** One operator alone, not opened. */
    static KeyedTwoInputStreamOperatorTestHarness<String, SubjectFact, Reference, Suspicion>
            followClaim(Age age) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new FollowClaim(age), List.of(SignalsInForce.BOOKS)),
                SubjectFact::subject,
                null,
                Types.STRING);
    }

    private List<AbstractStreamOperatorTestHarness<?>> operators() {
        List<AbstractStreamOperatorTestHarness<?>> all = new ArrayList<>();
        all.add(read);
        all.add(first);
        all.add(copyFinder);
        all.addAll(passes);
        all.add(ask);
        all.add(meet);
        all.add(assign);
        all.add(story);
        all.add(claim);
        return all;
    }

    void know(Community page) throws Exception {
        read.processElement2(new StreamRecord<>(Reference.of(page)));
        story.processElement2(new StreamRecord<>(Reference.of(page)));
        drainStory();
    }

    void know(Claim known) throws Exception {
        read.processElement2(new StreamRecord<>(Reference.of(known)));
        story.processElement2(new StreamRecord<>(Reference.of(known)));
        claim.processElement1(new StreamRecord<>(SubjectFact.of(known)));
        drainStory();
    }

    void know(RuleBookVersion rules) throws Exception {
        read.processElement2(new StreamRecord<>(Reference.of(rules)));
        story.processElement2(new StreamRecord<>(Reference.of(rules)));
        claim.processElement2(new StreamRecord<>(Reference.of(rules)));
        drainClaim();
    }

    void decide(Verdict step) throws Exception {
        if (step.step() == VerdictStep.REGISTERED) {
            story.processElement1(new StreamRecord<>(StoryFact.of(step)));
        }
        claim.processElement1(new StreamRecord<>(SubjectFact.of(step)));
        pass(Duration.ofSeconds(2));
    }

    void take(Message message) throws Exception {
        newest = message.changedAt().isAfter(newest) ? message.changedAt() : newest;
        read.processElement1(new StreamRecord<>(message));
        for (ThreadFact fact : drain(read, ReadTexts.THREADS)) {
            ask.processElement(new StreamRecord<>(fact));
        }
        for (LinkFact fact : drain(read, ReadTexts.LINKS)) {
            meet.processElement(new StreamRecord<>(fact));
        }
        List<Sighting> sightings = drain(read);
        sightings.addAll(drain(ask));
        sightings.addAll(drain(meet));
        for (Sighting sighting : sightings) {
            assign.processElement1(new StreamRecord<>(sighting));
        }
        for (SeenText text : drain(read, ReadTexts.TEXTS)) {
            first.processElement(new StreamRecord<>(text));
        }
        for (Drawn drawn : drain(first)) {
            copyFinder.processElement(new StreamRecord<>(drawn));
        }
        List<Hop> hops = drain(copyFinder);
        hops.addAll(drain(first, FirstSight.LABELS));
        for (KeyedOneInputStreamOperatorTestHarness<Long, Hop, Hop> pass : passes) {
            for (Hop hop : hops) {
                pass.processElement(new StreamRecord<>(hop));
            }
            hops = drain(pass);
        }
        for (Hop hop : hops) {
            assign.processElement2(new StreamRecord<>(hop));
        }
        for (Member member : drain(assign)) {
            story.processElement1(new StreamRecord<>(StoryFact.of(member)));
        }
    }

    /** Lets processing time pass, so that stories are told. */
    void pass(Duration time) throws Exception {
        clock += time.toMillis();
        for (AbstractStreamOperatorTestHarness<?> operator : operators()) {
            operator.setProcessingTime(clock);
        }
        drainStory();
    }

    /** Lets event time pass. */
    void reach(Instant time) throws Exception {
        reach(time.toEpochMilli());
    }

    void reach(long time) throws Exception {
        Watermark watermark = new Watermark(time);
        read.processWatermark1(watermark);
        read.processWatermark2(watermark);
        first.processWatermark(watermark);
        copyFinder.processWatermark(watermark);
        for (KeyedOneInputStreamOperatorTestHarness<Long, Hop, Hop> pass : passes) {
            pass.processWatermark(watermark);
        }
        ask.processWatermark(watermark);
        meet.processWatermark(watermark);
        assign.processWatermark1(watermark);
        assign.processWatermark2(watermark);
        story.processWatermark1(watermark);
        story.processWatermark2(watermark);
        drainStory();
        claim.processWatermark1(watermark);
        claim.processWatermark2(watermark);
        drainClaim();
    }

    private void drainStory() throws Exception {
        for (StoryTold told : drain(story)) {
            stories.add(told);
            claim.processElement1(new StreamRecord<>(SubjectFact.of(told)));
        }
        for (Copy copy : drain(story, FollowStory.COPIES)) {
            copies.put(copy.messageId(), copy);
        }
        drainClaim();
    }

    private void drainClaim() {
        for (Suspicion suspicion : drain(claim)) {
            Suspicion before = suspicions.put(suspicion.suspicionId(), suspicion);
            if (before != null && before.version() > suspicion.version()) {
                throw new AssertionError(suspicion + " does not supersede " + before);
            }
        }
        for (Alert alert : drain(claim, FollowClaim.ALERTS)) {
            alerts.put(alert.alertId(), alert);
            alertSeenAt.putIfAbsent(alert.alertId(), newest);
        }
    }

    private static <T> List<T> drain(AbstractStreamOperatorTestHarness<T> operator) {
        List<T> values = new ArrayList<>();
        for (Object element : operator.getOutput()) {
            if (element instanceof StreamRecord<?> record) {
                @SuppressWarnings("unchecked")
                T value = (T) record.getValue();
                values.add(value);
            }
        }
        operator.getOutput().clear();
        return values;
    }

    private static <T> List<T> drain(
            AbstractStreamOperatorTestHarness<?> operator, OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        Queue<StreamRecord<T>> queue = operator.getSideOutput(tag);
        while (queue != null && !queue.isEmpty()) {
            values.add(queue.remove().getValue());
        }
        return values;
    }

    /** Suspicions that stand, by id. */
    Map<String, Suspicion> suspicions() {
        Map<String, Suspicion> standing = new TreeMap<>(suspicions);
        standing.values().removeIf(Suspicion::retracted);
        return standing;
    }

    /** A suspicion as it was emitted last, retracted ones too. */
    Suspicion emitted(String suspicionId) {
        return suspicions.get(suspicionId);
    }

    /** Each telling of a story, in their order. */
    List<StoryTold> stories() {
        return stories;
    }

    Map<String, Copy> copies() {
        return copies;
    }

    Map<String, Alert> alerts() {
        Map<String, Alert> standing = new TreeMap<>(alerts);
        standing.values().removeIf(Alert::retracted);
        return standing;
    }

    Instant alertSeenAt(String alertId) {
        return alertSeenAt.get(alertId);
    }

    /** How long after the time to live the last of its buckets may be looked through. */
    static Duration mostKept(Duration ttl) {
        return ttl.plus(ttl.dividedBy(4));
    }

    int stateEntries() {
        int entries = first.numKeyedStateEntries() + copyFinder.numKeyedStateEntries();
        entries += ask.numKeyedStateEntries() + meet.numKeyedStateEntries();
        entries += assign.numKeyedStateEntries() + story.numKeyedStateEntries();
        entries += claim.numKeyedStateEntries();
        for (KeyedOneInputStreamOperatorTestHarness<Long, Hop, Hop> pass : passes) {
            entries += pass.numKeyedStateEntries();
        }
        return entries;
    }

    int timers() {
        int timers = 0;
        for (AbstractStreamOperatorTestHarness<?> operator : operators()) {
            if (operator != read) {
                timers += operator.numEventTimeTimers() + operator.numProcessingTimeTimers();
            }
        }
        return timers;
    }

    @Override
    public void close() throws Exception {
        for (AbstractStreamOperatorTestHarness<?> operator : operators()) {
            operator.close();
        }
    }
}
