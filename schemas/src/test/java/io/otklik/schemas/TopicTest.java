package io.otklik.schemas;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.EnumSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings that a topic must not lose. */
class TopicTest {

    @ParameterizedTest
    @EnumSource
    void keepsRecordsOfAnyAgeUnlessTheyAreRaw(Topic topic) {
        boolean raw = topic.topicName().startsWith("raw.");
        assertThat(topic.settings())
                .containsEntry("retention.ms", raw ? "2592000000" : "-1")
                .containsEntry("message.timestamp.type", raw ? "LogAppendTime" : "CreateTime")
                .containsEntry("max.message.bytes", "8388608");
    }

    @ParameterizedTest
    @EnumSource
    void onlyStatesAreCompacted(Topic topic) {
        assertThat(topic.settings())
                .containsEntry(
                        "cleanup.policy",
                        EnumSet.of(
                                                Topic.COMMUNITY,
                                                Topic.SLA_POLICY,
                                                Topic.WORK_CALENDAR,
                                                Topic.RULE,
                                                Topic.APPEAL,
                                                Topic.ALERT,
                                                Topic.INCIDENT,
                                                Topic.ALERT_DELIVERY,
                                                Topic.CLAIM,
                                                Topic.SUSPICION,
                                                Topic.COPY,
                                                Topic.RESPONSE_WINDOW,
                                                Topic.ENGAGEMENT_WINDOW)
                                        .contains(topic)
                                ? "compact"
                                : "delete");
    }

    @ParameterizedTest
    @EnumSource
    void nameIsOneThatKafkaAndItsMetricsTake(Topic topic) {
        assertThat(topic.topicName()).matches("[a-z]+([.-][a-z]+)*");
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlatformHasItsRawTopic(Platform platform) {
        assertThat(Topic.raw(platform).topicName()).isEqualTo("raw." + platform.prefix());
    }
}
