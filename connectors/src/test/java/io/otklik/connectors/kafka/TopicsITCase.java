package io.otklik.connectors.kafka;

import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The project's topics in a real broker. */
class TopicsITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void everyTopicStandsAfterTheFirstCallAndTheSecondMakesNothing() {
        List<String> made = ensure(KAFKA.bootstrapServers(), PATIENCE);

        assertThat(ensure(KAFKA.bootstrapServers(), PATIENCE)).isEmpty();
        assertThat(made).isSubsetOf(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        for (Topic topic : Topic.values()) {
            assertThat(KAFKA.readCommitted(topic.topicName())).isNotNull();
        }
    }

    @Test
    void brokerThatIsAwayIsToldInOneSentence() {
        assertThatThrownBy(() -> ensure("127.0.0.1:1", Duration.ofSeconds(1)))
                .isInstanceOf(Topics.TopicException.class)
                .hasMessageContaining("127.0.0.1:1 made no topic raw.vk")
                .hasMessageContaining("Check its address");
    }

    private static List<String> ensure(String bootstrap, Duration timeout) {
        return Topics.ensure(bootstrap, 4, (short) 1, Map.of(), timeout);
    }
}
