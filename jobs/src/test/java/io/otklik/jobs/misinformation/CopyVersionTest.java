package io.otklik.jobs.misinformation;

import io.otklik.schemas.Copy;
import io.otklik.schemas.CopyStance;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Which of a message's rows is current, when two stories told it in two tasks. */
class CopyVersionTest {

    private static final Age AGE = Age.of(Duration.ofDays(14));
    private static final long START = Talk.START.toEpochMilli();
    private static final Label EARLIER = new Label(START - 1_000, "vk:-9_1_9");

    @Test
    void theStoryThatItMovedToWinsHoweverLateTheOldOneTellsIt() throws Exception {
        Sighting message = sighting("vk:-1_1_1");
        try (var oldStory = followStory();
                var newStory = followStory()) {
            oldStory.setProcessingTime(100);
            oldStory.processElement1(
                    new StreamRecord<>(StoryFact.of(new Member("vk:-1_1_1", message, null, 100))));
            newStory.setProcessingTime(110);
            newStory.processElement1(
                    new StreamRecord<>(StoryFact.of(new Member("vk:-9_1_9", message, null, 110))));
            newStory.setProcessingTime(2_000);
            // Nothing has told this task yet that the message went.
            oldStory.setProcessingTime(5_000);

            assertThat(copy(newStory).version()).isGreaterThan(copy(oldStory).version());
        }
    }

    @Test
    void everyAssignmentIsLaterThanTheOneBeforeThoughTheClockStands() throws Exception {
        List<Member> members = new ArrayList<>();
        try (var assign =
                new KeyedTwoInputStreamOperatorTestHarness<Long, Sighting, Hop, Member>(
                        new KeyedCoProcessOperator<>(new AssignStory(AGE)),
                        Sighting::textId,
                        Hop::to,
                        Types.LONG)) {
            assign.open();
            assign.setProcessingTime(100);
            assign.processElement1(new StreamRecord<>(sighting("vk:-1_1_1")));
            assign.processElement1(new StreamRecord<>(sighting("vk:-1_1_2")));
            assign.processElement2(new StreamRecord<>(new Hop(7, 8, EARLIER, START)));
            assign.extractOutputValues().forEach(members::add);
        }

        assertThat(members)
                .filteredOn(member -> member.sighting().messageId().equals("vk:-1_1_1"))
                .extracting(Member::storyId, Member::movedTo, Member::assignedAt)
                .containsExactly(
                        tuple("vk:-1_1_1", null, 100L),
                        tuple("vk:-1_1_1", "vk:-9_1_9", 101L),
                        tuple("vk:-9_1_9", null, 101L));
    }

    @Test
    void aRowIsSupersededHoweverOftenItsStoryChangesItsClaim() {
        Carried carried = Carried.of(sighting("vk:-1_1_1"), 100);
        for (int second = 1; second <= 2_500; second++) {
            Carried next = carried.emitted();
            assertThat(next.version()).isGreaterThan(carried.version());
            // Assigned anew by then, though its clock came late.
            Carried moved = Carried.of(next.counted(), 100 + second);
            assertThat(moved.version()).isGreaterThan(next.version());
            carried = next;
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold>
            followStory() throws Exception {
        var harness = MisinformationHarness.followStory(AGE);
        harness.open();
        return harness;
    }

    private static Copy copy(
            KeyedTwoInputStreamOperatorTestHarness<String, StoryFact, Reference, StoryTold> story) {
        return story.getSideOutput(FollowStory.COPIES).remove().getValue();
    }

    private static Sighting sighting(String messageId) {
        long at = START + messageId.charAt(messageId.length() - 1);
        return Talk.sighting(messageId, 7, at, CopyStance.STORY, null, 0);
    }
}
