package io.otklik.connectors.alert.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.TelegramSettings;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Pattern;

/** Sends messages by a bot: {@code sendMessage} of Telegram's Bot API. */
public final class TelegramChannel implements Channel {

    private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{1,100}");
    private static final int MOST_DETAIL = 200;

    private final HttpSender sender = new HttpSender();
    private final URI method;

    /**
     * @param token of the bot, as BotFather gives it
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public TelegramChannel(TelegramSettings settings, String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "%s holds no bot token; it looks like 123456:ABC-DEF."
                            .formatted(settings.tokenVariable()));
        }
        this.method = URI.create(settings.url() + "/bot" + token + "/sendMessage");
    }

    @Override
    public SendResult send(Parcel parcel) throws InterruptedException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("chat_id", ((Address.Telegram) parcel.recipient().address()).chatId());
        body.put("text", parcel.message().html());
        body.put("parse_mode", "HTML");
        body.putObject("link_preview_options").put("is_disabled", true);
        return sender.send(
                HttpRequest.newBuilder(method)
                        .timeout(HttpSender.TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                TelegramChannel::result);
    }

    private static SendResult result(HttpSender.Answer answer) {
        JsonNode body = Json.MAPPER.createObjectNode();
        try {
            JsonNode read = Json.MAPPER.readTree(answer.body());
            body = read == null ? body : read;
        } catch (IOException e) {
            // A proxy's page, for instance: the code says enough.
        }
        if (answer.code() == 200 && !body.path("ok").asBoolean()) {
            return new SendResult.Failed("Telegram's answer does not say ok.", null);
        }
        JsonNode seconds = body.path("parameters").path("retry_after");
        String detail = body.path("description").asText("");
        return HttpResults.of(
                answer.code(),
                seconds.canConvertToInt() ? Duration.ofSeconds(seconds.asInt()) : null,
                detail.isEmpty()
                        ? null
                        : detail.substring(0, Math.min(detail.length(), MOST_DETAIL)));
    }
}
