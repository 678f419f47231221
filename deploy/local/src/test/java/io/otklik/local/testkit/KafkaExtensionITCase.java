package io.otklik.local.testkit;

import io.otklik.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaExtensionITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @Test
    void recordsComeBackWithKeyAndTimestamp() {
        KAFKA.createTopics(Topic.MESSAGE);
        long lastYear = 1_735_689_600_000L;
        KAFKA.send(
                List.of(
                        new ProducerRecord<>(
                                Topic.MESSAGE.topicName(),
                                null,
                                lastYear,
                                bytes("vk:-1_1"),
                                bytes("{}"))));

        var records = KAFKA.readCommitted(Topic.MESSAGE.topicName(), 1);

        assertThat(records).hasSize(1);
        assertThat(records.get(0).timestamp()).isEqualTo(lastYear);
        assertThat(records.get(0).key()).isEqualTo(bytes("vk:-1_1"));
    }

    @Test
    void abortedTransactionsAreNotRead() {
        String topic = KAFKA.uniqueTopic("transaction");
        KAFKA.createTopic(topic, 1);
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        KAFKA.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        topic,
                        // As Flink's sinks ask for by default.
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        3_600_000);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, bytes("aborted")));
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, bytes("committed")));
            producer.commitTransaction();
        }

        assertThat(KAFKA.readCommitted(topic))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly("committed");
    }

    @Test
    void tooFewRecordsFailWithTheNumber() {
        String topic = KAFKA.uniqueTopic("few");
        KAFKA.createTopic(topic, 2);
        KAFKA.sendValues(topic, bytes("one"));

        assertThatThrownBy(() -> KAFKA.readCommitted(topic, 2, Duration.ofSeconds(5)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 committed records");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
