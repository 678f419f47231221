package io.otklik.jobs.misinformation;

import io.otklik.language.text.Tokenizer;
import io.otklik.schemas.CopyStance;
import io.otklik.similarity.claim.ClaimIndex;
import io.otklik.similarity.claim.ClaimMatch;
import io.otklik.similarity.evaluate.PlantedCopies;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many claims that are imported at once find the many stories that are followed already: {@code
 * -Dotklik.later.claims=N} claims, {@code -Dotklik.later.stories=N} stories.
 */
class LaterClaimsTest {

    private static final int CLAIMS = Integer.getInteger("otklik.later.claims", 100);
    private static final int STORIES = Integer.getInteger("otklik.later.stories", 200);
    private static final Age AGE = Age.of(Duration.ofDays(14));

    private final List<String> texts = PlantedCopies.written(5);
    private final Map<String, StoryTold> told = new HashMap<>();

    @Test
    void findStoriesThatAreFollowed() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold> story =
                MisinformationHarness.followStory(AGE)) {
            story.open();
            for (int i = 0; i < STORIES; i++) {
                story.processElement1(new StreamRecord<>(StoryFact.of(member(i))));
            }
            story.setProcessingTime(2_000);
            take(story);
            assertThat(told).hasSize(STORIES);
            assertThat(told.values()).allSatisfy(one -> assertThat(one.claimId()).isNull());

            ClaimIndex index = new ClaimIndex();
            long started = System.nanoTime();
            for (int i = 0; i < CLAIMS; i++) {
                story.processElement2(
                        new StreamRecord<>(
                                Reference.of(Talk.claim("claim" + i, claim(i), null, null))));
            }
            story.setProcessingTime(2_000 + Duration.ofMinutes(1).toMillis());
            System.out.printf(
                    "%,d claims and %,d stories: %,d ms%n",
                    CLAIMS, STORIES, (System.nanoTime() - started) / 1_000_000);
            take(story);

            for (int i = 0; i < CLAIMS; i++) {
                index.put("claim" + i, List.of(claim(i)));
            }
            Tokenizer tokenizer = new Tokenizer();
            int found = 0;
            for (int i = 0; i < STORIES; i++) {
                ClaimMatch match = index.match(tokenizer.read(text(i)));
                assertThat(told.get(id(i)).claimId())
                        .isEqualTo(match == null ? null : match.claimId());
                found += match == null ? 0 : 1;
            }
            assertThat(found).isGreaterThanOrEqualTo(Math.min(CLAIMS, STORIES));
        }
    }

    private void take(
            KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold> story) {
        story.extractOutputValues().forEach(one -> told.put(one.storyId(), one));
        story.getOutput().clear();
    }

    private Member member(int i) {
        Sighting first = Talk.sighting(id(i), i, i, CopyStance.STORY, null, 0, text(i));
        return new Member(id(i), first, null, 1);
    }

    private static String id(int i) {
        return "vk:-1_" + i;
    }

    private String text(int i) {
        return texts.get(i % texts.size());
    }

    /** What the first sentence of a text says. */
    private String claim(int i) {
        String text = text(i);
        return text.substring(0, text.indexOf('.'));
    }
}
