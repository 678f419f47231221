package io.otklik.connectors.kafka;

import io.otklik.local.testkit.KafkaExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class TopicRecordsITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aTopicHoldsRecordsOnceOneIsWritten() {
        String topic = KAFKA.uniqueTopic("records");
        KAFKA.createTopic(topic, 2);

        assertThat(mayBeIn(topic, KAFKA.bootstrapServers(), PATIENCE)).isFalse();
        KAFKA.sendValues(topic, new byte[] {1});
        assertThat(mayBeIn(topic, KAFKA.bootstrapServers(), PATIENCE)).isTrue();
    }

    @Test
    void whatIsNotKnownMayBe() {
        assertThat(mayBeIn("records", "127.0.0.1:1", Duration.ofSeconds(1))).isTrue();
    }

    private static boolean mayBeIn(String topic, String bootstrap, Duration timeout) {
        return TopicRecords.mayBeIn(topic, KafkaOptions.of(bootstrap, "look"), timeout);
    }
}
