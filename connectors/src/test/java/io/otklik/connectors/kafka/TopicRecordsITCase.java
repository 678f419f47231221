package io.otklik.connectors.kafka;

import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TopicRecordsITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aTopicHoldsRecordsOnceOneIsWritten() {
        KAFKA.createTopics(Topic.MESSAGE, Topic.APPEAL);
        KAFKA.send(
                List.of(
                        new ProducerRecord<>(
                                Topic.APPEAL.topicName(), new byte[] {1}, new byte[] {1})));

        assertThat(mayBeIn(Topic.MESSAGE, KAFKA.bootstrapServers(), PATIENCE)).isFalse();
        assertThat(mayBeIn(Topic.APPEAL, KAFKA.bootstrapServers(), PATIENCE)).isTrue();
    }

    @Test
    void whatIsNotKnownMayBe() {
        assertThat(mayBeIn(Topic.MESSAGE, "127.0.0.1:1", Duration.ofSeconds(1))).isTrue();
    }

    private static boolean mayBeIn(Topic topic, String bootstrap, Duration timeout) {
        return TopicRecords.mayBeIn(topic, KafkaOptions.of(bootstrap, "look"), timeout);
    }
}
