package io.otklik.local.kafka;

import io.otklik.schemas.Topic;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerSettingsTest {

    @Test
    void theBrokerIsReachedOnThisMachineOnlyAndTakesWhatTheTopicsTake() throws IOException {
        Properties properties = new Properties();
        properties.load(
                new ByteArrayInputStream(
                        new BrokerSettings(Path.of("/data/брокер"), 19092, 19093)
                                .properties()
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(properties.getProperty("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
        assertThat(properties.getProperty("advertised.listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092");
        assertThat(properties.getProperty("log.dirs")).isEqualTo("/data/брокер");
        assertThat(properties.getProperty("message.max.bytes"))
                .isEqualTo(Integer.toString(Topic.MAX_MESSAGE_BYTES));
        // An int of milliseconds; the holidays of New Year are 11 days.
        assertThat(Integer.parseInt(properties.getProperty("transaction.max.timeout.ms")))
                .isGreaterThan(12 * 86_400_000);
        assertThat(properties.getProperty("auto.create.topics.enable")).isEqualTo("false");
    }
}
