package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class TimeOrderTest {

    @Test
    void thePostComesFirstThenTimeThenId() {
        assertThat(
                        order(
                                message("10", 3),
                                message("9", 3),
                                message("4", 2),
                                post("1", null),
                                message("2", 1)))
                .containsExactly("1", "2", "4", "9", "10");
    }

    @Test
    void whatHasNoTimeStaysBehindTheOneBeforeIt() {
        assertThat(
                        order(
                                message("a", null),
                                message("b", 5),
                                message("c", null),
                                message("d", 1),
                                message("e", null)))
                .containsExactly("a", "d", "e", "b", "c");
    }

    @Test
    void isAnOrderHoweverManyTimesAreMissing() {
        Random random = new Random(1);
        List<LabelledMessage> messages = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            messages.add(message("m" + i, random.nextInt(3) == 0 ? null : random.nextInt(60)));
        }
        assertThatCode(() -> TimeOrder.of(messages, one -> one)).doesNotThrowAnyException();
    }

    private static List<String> order(LabelledMessage... messages) {
        return TimeOrder.of(Arrays.asList(messages), one -> one).stream()
                .map(LabelledMessage::id)
                .toList();
    }

    private static LabelledMessage message(String id, Integer minute) {
        return message(id, minute, false);
    }

    private static LabelledMessage post(String id, Integer minute) {
        return message(id, minute, true);
    }

    private static LabelledMessage message(String id, Integer minute, boolean post) {
        LocalDateTime at = minute == null ? null : LocalDateTime.of(2024, 5, 17, 10, minute);
        return new LabelledMessage(
                id, null, null, null, AuthorRole.RESIDENT, post, "текст", at, null);
    }
}
