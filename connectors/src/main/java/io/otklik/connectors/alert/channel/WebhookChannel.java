package io.otklik.connectors.alert.channel;

import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.text.News;
import io.otklik.schemas.Alert;
import io.otklik.schemas.JsonCodec;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Posts JSON. The header {@code Idempotency-Key} is the same for every attempt at the same message,
 * so that the other side may drop a repetition.
 */
public final class WebhookChannel implements Channel {

    private static final JsonCodec<Body> CODEC = JsonCodec.of(Body.class);

    private final HttpSender sender = new HttpSender();
    private final Map<String, String> tokens;
    private final Clock clock;

    /**
     * @param tokens bearer tokens by the names of their variables
     */
    public WebhookChannel(Map<String, String> tokens, Clock clock) {
        this.tokens = Map.copyOf(tokens);
        this.clock = clock;
    }

    /**
     * What is posted.
     *
     * @param text what a person would read
     */
    public record Body(String recipient, String text, Instant sentAt, List<Item> items) {}

    /** One alert of the message. */
    public record Item(News news, Alert alert) {}

    @Override
    public SendResult send(Parcel parcel) throws InterruptedException {
        Address.Webhook address = (Address.Webhook) parcel.recipient().address();
        Body body =
                new Body(
                        parcel.recipient().name(),
                        parcel.message().plain(),
                        parcel.at(),
                        parcel.items().stream()
                                .map(item -> new Item(item.news(), item.alert()))
                                .toList());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.url())
                        .timeout(HttpSender.TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Idempotency-Key", parcel.idempotencyKey())
                        .header("User-Agent", "otklik")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(CODEC.encode(body)));
        if (address.tokenVariable() != null) {
            request.header("Authorization", "Bearer " + tokens.get(address.tokenVariable()));
        }
        return sender.send(
                request.build(),
                answer ->
                        HttpResults.of(
                                answer.code(),
                                HttpResults.retryAfter(
                                        answer.response().headers(), clock.instant()),
                                detail(answer.body())));
    }

    /** The first words of what the server says; nothing of what was sent to it. */
    private static String detail(byte[] body) {
        String text =
                new String(body, StandardCharsets.UTF_8)
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), 200));
    }
}
