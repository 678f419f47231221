package io.otklik.jobs.misinformation;

import io.otklik.schemas.Copy;
import io.otklik.schemas.CopyStance;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.SpreadRule;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** A story that grows and shrinks says at any time what its messages say, read all at once. */
class FollowStoryTest {

    private static final String STORY = "vk:-1_1";
    private static final Age AGE = Age.of(Duration.ofDays(14));
    private static final SpreadRule RULE = SignalBook.bundled().spread();
    private static final long START = Talk.START.toEpochMilli();

    private KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold> story;

    /** What of the story is there, by message and text. */
    private final Map<String, Sighting> there = new LinkedHashMap<>();

    private final Map<String, Copy> rows = new HashMap<>();
    private StoryTold told;
    private long clock = 1_000;

    @BeforeEach
    void open() throws Exception {
        story = MisinformationHarness.followStory(AGE);
        story.open();
    }

    @AfterEach
    void close() throws Exception {
        story.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysWhatItsMessagesSay(int seed) throws Exception {
        Random random = new Random(seed);
        // From a burst within minutes to a talk of two days.
        long span = Duration.ofMinutes(10L << seed).toMillis();
        for (int step = 0; step < 120; step++) {
            int many = 1 + random.nextInt(6);
            for (int i = 0; i < many; i++) {
                boolean grows = there.size() < 3 || random.nextInt(100) < 90;
                if (grows) {
                    // Most come in order, some late.
                    double place =
                            random.nextInt(5) == 0 ? random.nextDouble() : (step + 1) / 120.0;
                    Sighting next = random(random, START + (long) (place * span));
                    join(next);
                    if (random.nextInt(60) == 0) {
                        pass();
                        join(next.asSharingLink());
                    }
                } else {
                    List<Sighting> all = new ArrayList<>(there.values());
                    leave(all.get(random.nextInt(all.size())));
                }
            }
            pass();
            assertSame();
        }
        assertThat(rows.keySet())
                .containsAll(there.values().stream().map(Sighting::messageId).toList());
    }

    @Test
    void anEditedMessageIsOneCopyByItsFirstWording() throws Exception {
        join(Talk.sighting("vk:-2_1", 1, START, CopyStance.STORY, null, 0));
        join(Talk.sighting("vk:-3_1", 1, START + 1, CopyStance.STORY, null, 0));
        join(Talk.sighting("vk:-3_1", 2, START + 60_000, CopyStance.QUESTION, null, 0));
        pass();
        assertThat(told.copies()).isEqualTo(2);
        assertThat(told.questions()).isZero();

        leave(there.get("vk:-3_1/1"));
        pass();
        assertThat(told.copies()).isEqualTo(1);
        assertThat(told.questions()).isEqualTo(1);
    }

    @Test
    void aStoryThatAllMessagesLeftIsMergedAndLeavesNothing() throws Exception {
        join(Talk.sighting("vk:-2_1", 1, START, CopyStance.STORY, null, 0));
        pass();
        leave(there.get("vk:-2_1/1"));
        pass();

        assertThat(told.gone()).isTrue();
        assertThat(told.mergedInto()).isEqualTo("vk:-9_9");
        story.processWatermark1(new Watermark(START + AGE.ttlMillis()));
        story.processWatermark2(new Watermark(START + AGE.ttlMillis()));
        assertThat(story.numKeyedStateEntries()).isZero();
        assertThat(story.numEventTimeTimers() + story.numProcessingTimeTimers()).isZero();
    }

    private static Sighting random(Random random, long at) {
        int number = random.nextInt(400);
        int stance = random.nextInt(20);
        return Talk.sighting(
                "vk:-%d_%d".formatted(1 + number % 7, number),
                random.nextInt(2),
                at,
                stance == 0
                        ? CopyStance.REFUTATION
                        : stance < 3
                                ? CopyStance.QUESTION
                                : stance == 3 ? CopyStance.SATIRE : CopyStance.STORY,
                random.nextInt(12) == 0 ? "claim" + random.nextInt(2) : null,
                random.nextInt(4) / 10.0);
    }

    private void join(Sighting sighting) throws Exception {
        there.put(sighting.messageId() + "/" + sighting.textId(), sighting);
        story.processElement1(
                new StreamRecord<>(StoryFact.of(new Member(STORY, sighting, null, clock++))));
    }

    private void leave(Sighting sighting) throws Exception {
        there.remove(sighting.messageId() + "/" + sighting.textId());
        story.processElement1(
                new StreamRecord<>(StoryFact.of(new Member(STORY, sighting, "vk:-9_9", clock++))));
    }

    private void pass() throws Exception {
        clock += 2_000;
        story.setProcessingTime(clock);
        for (StoryTold next : story.extractOutputValues()) {
            told = next;
        }
        story.getOutput().clear();
        Queue<StreamRecord<Copy>> copies = story.getSideOutput(FollowStory.COPIES);
        while (copies != null && !copies.isEmpty()) {
            Copy row = copies.remove().getValue();
            rows.merge(row.messageId(), row, (a, b) -> b.version() >= a.version() ? b : a);
        }
    }

    private void assertSame() {
        Map<String, Sighting> counted = new HashMap<>();
        there.values().stream()
                .sorted(
                        Comparator.comparingLong(Sighting::publishedAt)
                                .thenComparingLong(Sighting::textId))
                .forEach(sighting -> counted.putIfAbsent(sighting.messageId(), sighting));
        StoryTold expected = StoryOracle.tell(STORY, counted.values(), null, RULE);
        assertThat(told).usingRecursiveComparison().isEqualTo(expected);
        for (Sighting sighting : counted.values()) {
            assertThat(rows.get(sighting.messageId()).claimId()).isEqualTo(expected.claimId());
        }
    }
}
