package io.otklik.connectors.alert.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.TelegramSettings;
import io.otklik.schemas.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TelegramChannelTest {

    private static final String TOKEN = "123456:test-token_A";

    private final TestHttp server = new TestHttp();
    private final TelegramSettings settings =
            new TelegramSettings(URI.create(server.url()), "OTKLIK_TELEGRAM_TOKEN");
    private final TelegramChannel channel = new TelegramChannel(settings, TOKEN);
    private final Parcel parcel = Parcels.to(new Address.Telegram("-1001234567890"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsAMessageByTheBot() throws Exception {
        server.answer(200, "{\"ok\":true,\"result\":{\"message_id\":7}}");

        assertThat(channel.send(parcel)).isEqualTo(new SendResult.Delivered());

        TestHttp.Request request = server.requests().get(0);
        assertThat(request.path()).isEqualTo("/bot" + TOKEN + "/sendMessage");
        JsonNode body = Json.MAPPER.readTree(request.body());
        assertThat(body.path("chat_id").asText()).isEqualTo("-1001234567890");
        assertThat(body.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(body.path("text").asText()).startsWith("<b>Просрочено: первый ответ</b>\n");
    }

    @Test
    void tooManyMessagesWaitAsLongAsTelegramSays() throws Exception {
        server.answer(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\","
                        + "\"parameters\":{\"retry_after\":17}}");

        assertThat(channel.send(parcel))
                .isEqualTo(
                        new SendResult.Failed(
                                "HTTP 429: Too Many Requests: retry after 17",
                                Duration.ofSeconds(17)));
    }

    @Test
    void aChatThatIsNotThereRefuses() throws Exception {
        server.answer(
                400,
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}");

        assertThat(channel.send(parcel))
                .isEqualTo(new SendResult.Refused("HTTP 400: Bad Request: chat not found"));
    }

    @Test
    void aTokenThatIsNoLongerValidLosesNoMessage() throws Exception {
        server.answer(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");

        assertThat(channel.send(parcel))
                .isEqualTo(new SendResult.Failed("HTTP 401: Unauthorized", null));
    }

    @Test
    void aProxysPageIsNoDelivery() throws Exception {
        server.answer(200, "<html>Sign in</html>");

        assertThat(channel.send(parcel))
                .isEqualTo(new SendResult.Failed("Telegram's answer does not say ok.", null));
    }

    @Test
    void theTokenIsInNoReason() throws Exception {
        server.close();

        assertThat(channel.send(parcel).toString()).doesNotContain(TOKEN, "test-token");
        assertThatThrownBy(() -> new TelegramChannel(settings, "not a token"))
                .hasMessage(
                        "OTKLIK_TELEGRAM_TOKEN holds no bot token; it looks like 123456:ABC-DEF.");
    }
}
