package io.otklik.local;

import io.otklik.local.StackSettings.ClickHouseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UpRequestTest {

    @Test
    void theFirstTimeTheUsualPortsAreTaken() {
        StackSettings settings =
                new UpRequest(null, null, null, ClickHouseKind.ENGINE, null, null).settings(null);

        assertThat(settings.bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.flinkUrl()).isEqualTo("http://127.0.0.1:8081");
        assertThat(settings.clickHouseUrl()).isEqualTo("http://127.0.0.1:8123");
        assertThat(settings.clickHousePort()).isEqualTo(8123);
    }

    @Test
    void whatIsNotGivenStaysAsTheLastTime() {
        StackSettings first =
                new UpRequest(19092, 18081, 18123, ClickHouseKind.ENGINE, null, null)
                        .settings(null);

        assertThat(UpRequest.unchanged().settings(first)).isEqualTo(first);
        StackSettings second = new UpRequest(29092, null, null, null, null, null).settings(first);
        assertThat(second.kafkaPort()).isEqualTo(29092);
        assertThat(second.flinkPort()).isEqualTo(18081);
        assertThat(second.clickHousePort()).isEqualTo(18123);
    }

    @Test
    void aServerOfSomebodyElseIsNoPartOfTheStack() {
        StackSettings settings =
                new UpRequest(null, null, null, null, "http://clickhouse.example:8123/", null)
                        .settings(null);

        assertThat(settings.clickHouseUrl()).isEqualTo("http://clickhouse.example:8123");
        assertThat(settings.runs(Part.CLICKHOUSE)).isFalse();
        assertThat(settings.runs(Part.KAFKA)).isTrue();
        StackSettings back =
                new UpRequest(null, null, null, ClickHouseKind.ENGINE, null, null)
                        .settings(settings);
        assertThat(back.clickHouseUrl()).isEqualTo("http://127.0.0.1:8123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clickhouse", "http://host", "ftp://host:21", "http://ho st:1", ""})
    void whatIsNoAddressIsRefused(String url) {
        assertThatThrownBy(() -> new UpRequest(null, null, null, null, url, null).settings(null))
                .isInstanceOf(LocalStackException.class)
                .hasMessageEndingWith("give one like http://host:8123.");
    }

    @Test
    void recipientsAreRememberedUntilTheNotifierIsSwitchedOff() throws IOException {
        StackSettings none =
                new UpRequest(null, null, null, ClickHouseKind.ENGINE, null, null).settings(null);
        assertThat(none.has(Part.NOTIFIER)).isFalse();

        StackSettings told = notify("/etc/recipients.yaml").settings(none);
        StackSettings again =
                UpRequest.unchanged()
                        .settings(told.withFreeInnerPorts(false, false, false))
                        .withFreeInnerPorts(false, false, true);
        assertThat(again.recipients()).isEqualTo("/etc/recipients.yaml");
        assertThat(again.runs(Part.NOTIFIER)).isTrue();
        assertThat(again.address(Part.NOTIFIER)).matches("127\\.0\\.0\\.1:\\d{4,5}");

        assertThat(notify(UpRequest.NO_NOTIFIER).settings(again).has(Part.NOTIFIER)).isFalse();
    }

    private static UpRequest notify(String recipients) {
        return new UpRequest(null, null, null, ClickHouseKind.ENGINE, null, recipients);
    }
}
