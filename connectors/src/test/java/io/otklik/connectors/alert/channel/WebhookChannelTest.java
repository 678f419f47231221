package io.otklik.connectors.alert.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.connectors.alert.Alerts;
import io.otklik.connectors.alert.config.Address;
import io.otklik.schemas.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookChannelTest {

    private final TestHttp server = new TestHttp();
    private final WebhookChannel channel =
            new WebhookChannel(
                    Map.of("CRM_TOKEN", "s3cret"), Clock.fixed(Alerts.RAISED, ZoneOffset.UTC));
    private final Address address =
            new Address.Webhook(URI.create(server.url() + "/hook"), "CRM_TOKEN");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void postsTheAlertWithItsKeyAndToken() throws Exception {
        assertThat(channel.send(Parcels.to(address))).isEqualTo(new SendResult.Delivered());

        TestHttp.Request request = server.requests().get(0);
        assertThat(request.path()).isEqualTo("/hook");
        assertThat(request.headers())
                .containsEntry("idempotency-key", Parcels.KEY)
                .containsEntry("authorization", "Bearer s3cret")
                .containsEntry("content-type", "application/json; charset=utf-8");
        JsonNode body = Json.MAPPER.readTree(request.body());
        assertThat(body.path("recipient").asText()).isEqualTo("duty");
        assertThat(body.path("text").asText()).startsWith("Просрочено: первый ответ\n");
        assertThat(body.path("sentAt").asText()).isEqualTo("2026-11-25T09:30:00.000Z");
        assertThat(body.at("/items/0/news").asText()).isEqualTo("RAISED");
        assertThat(body.at("/items/0/alert/alertId").asText()).isEqualTo("a");
        assertThat(body.at("/items/0/alert/dueAt").asText()).isEqualTo("2026-11-25T09:30:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 407, 408, 425, 429, 500, 502, 503, 599})
    void whatMayPassIsAFailure(int code) throws Exception {
        server.answer(code, "");

        assertThat(channel.send(Parcels.to(address)))
                .isEqualTo(new SendResult.Failed("HTTP %d.".formatted(code), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 410, 413, 422})
    void whatWillBeTheSameNextTimeIsARefusal(int code) throws Exception {
        server.answer(code, "no\nsuch hook");

        assertThat(channel.send(Parcels.to(address)))
                .isEqualTo(new SendResult.Refused("HTTP %d: no such hook".formatted(code)));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "Wed, 25 Nov 2026 09:32:00 GMT"})
    void retryAfterIsReadAsSecondsOrDate(String value) throws Exception {
        server.answer(request -> new TestHttp.Response(429, "", Map.of("Retry-After", value)));

        assertThat(channel.send(Parcels.to(address)))
                .isEqualTo(new SendResult.Failed("HTTP 429.", Duration.ofSeconds(120)));
    }

    @Test
    void aServerThatIsNotThereIsAFailureWithoutTheAddress() throws Exception {
        server.close();

        assertThat(channel.send(Parcels.to(address)))
                .isEqualTo(
                        new SendResult.Failed("The connection failed (ConnectException).", null));
    }
}
