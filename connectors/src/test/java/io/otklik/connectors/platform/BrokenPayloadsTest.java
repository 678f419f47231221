package io.otklik.connectors.platform;

import io.otklik.connectors.platform.BrokenPayloads.BrokenPayload;
import io.otklik.connectors.platform.PlatformEvent.Rejection;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenPayloadsTest {

    static List<BrokenPayload> all() {
        return BrokenPayloads.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void giveOneRejection(BrokenPayload broken) {
        Rejection rejection = rejection(broken);

        assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(broken.reason());
        assertThat(rejection.detail()).isNotBlank().doesNotStartWith("The reader failed");
        assertThat(rejection.detail().length()).isLessThan(400);
        assertThat(rejection.detail() + rejection.payload())
                .doesNotContain("not-to-be-seen")
                .doesNotContainPattern("\\b[78]0000\\d\\b")
                .doesNotContain("900 000-11-22");
        assertThat(rejection.payload().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(DeadLetter.PAYLOAD_LIMIT);
        assertThat(rejection.payload().isEmpty())
                .isEqualTo(
                        broken.payload().length == 0
                                || broken.reason() == DeadLetterReason.IGNORED_EVENT);
    }

    @Test
    void areToldApart() {
        Map<String, BrokenPayload> told = new HashMap<>();
        for (BrokenPayload broken : all()) {
            Rejection rejection = rejection(broken);
            BrokenPayload same = told.put(rejection.reason() + " " + rejection.detail(), broken);
            assertThat(same).as("says the same as %s: %s", broken, rejection.detail()).isNull();
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void areOfManyReasons() {
        assertThat(all().stream().map(BrokenPayload::reason).distinct())
                .contains(
                        DeadLetterReason.EMPTY,
                        DeadLetterReason.INVALID_UTF8,
                        DeadLetterReason.INVALID_JSON,
                        DeadLetterReason.TOO_LARGE,
                        DeadLetterReason.TOO_DEEP,
                        DeadLetterReason.MISSING_FIELD,
                        DeadLetterReason.WRONG_TYPE,
                        DeadLetterReason.OUT_OF_RANGE,
                        DeadLetterReason.UNKNOWN_VALUE,
                        DeadLetterReason.UNKNOWN_EVENT,
                        DeadLetterReason.IGNORED_EVENT);
    }

    private static Rejection rejection(BrokenPayload broken) {
        List<Rejection> rejections =
                GoldenPayloads.parse(GoldenPayloads.parser(broken.format()), broken.payload())
                        .stream()
                        .map(PlatformEvent::rejection)
                        .filter(Objects::nonNull)
                        .toList();
        assertThat(rejections).as(broken.toString()).hasSize(1);
        return rejections.get(0);
    }
}
