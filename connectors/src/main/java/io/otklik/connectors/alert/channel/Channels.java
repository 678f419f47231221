package io.otklik.connectors.alert.channel;

import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.AlertRouting;
import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.clickhouse.Secret;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses each recipient's channel. Those that no recipient has are not made and need no secret.
 */
public final class Channels implements Channel {

    private final Map<String, Channel> byName;

    private Channels(Map<String, Channel> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * @param environment variables with secrets, or with the paths of files that hold them
     * @throws IllegalArgumentException with one sentence if a secret is missing or wrong
     */
    public static Channels of(AlertRouting routing, Map<String, String> environment, Clock clock) {
        Map<String, Channel> channels = new HashMap<>();
        Map<String, String> tokens = new HashMap<>();
        for (Recipient recipient : routing.recipients().values()) {
            Address address = recipient.address();
            if (address instanceof Address.Webhook webhook && webhook.tokenVariable() != null) {
                tokens.put(webhook.tokenVariable(), secret(webhook.tokenVariable(), environment));
            } else if (address instanceof Address.Telegram) {
                channels.computeIfAbsent(
                        address.channel(),
                        name ->
                                new TelegramChannel(
                                        routing.telegram(),
                                        secret(routing.telegram().tokenVariable(), environment)));
            } else if (address instanceof Address.Mail) {
                channels.computeIfAbsent(
                        address.channel(),
                        name ->
                                new MailChannel(
                                        routing.smtp(),
                                        routing.smtp().user() == null
                                                ? ""
                                                : secret(
                                                        routing.smtp().passwordVariable(),
                                                        environment)));
            }
        }
        channels.put("webhook", new WebhookChannel(tokens, clock));
        return new Channels(channels);
    }

    private static String secret(String variable, Map<String, String> environment) {
        String value;
        try {
            value = Secret.read(variable, environment).strip();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "A recipient needs the secret %s; set it, or %s_FILE with the path of a file, in the environment."
                            .formatted(variable, variable));
        }
        return value;
    }

    @Override
    public SendResult send(Parcel parcel) throws InterruptedException {
        return byName.get(parcel.recipient().address().channel()).send(parcel);
    }
}
