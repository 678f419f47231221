package io.otklik.connectors.kafka;

import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ConsumerGroupsITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @Test
    void aJobHasReadOnceItsGroupHasCommitted() throws Exception {
        KAFKA.createTopics(Topic.MESSAGE);
        KafkaOptions ran = KafkaOptions.of(KAFKA.bootstrapServers(), "ran");
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                KAFKA.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(
                            ran.group(),
                            Map.of(
                                    new TopicPartition(Topic.MESSAGE.topicName(), 0),
                                    new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }

        assertThat(ConsumerGroups.hasRead(ran)).isTrue();
        assertThat(ConsumerGroups.hasRead(KafkaOptions.of(KAFKA.bootstrapServers(), "never")))
                .isFalse();
    }
}
