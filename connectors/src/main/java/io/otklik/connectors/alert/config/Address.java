package io.otklik.connectors.alert.config;

import java.net.URI;
import java.util.List;

/** Where a recipient is reached. */
public sealed interface Address {

    /**
     * An HTTP server that takes JSON.
     *
     * @param tokenVariable environment variable of the bearer token; null if it wants none
     */
    record Webhook(URI url, String tokenVariable) implements Address {}

    /**
     * A chat of Telegram.
     *
     * @param chatId a number, or a channel's {@code @name}
     */
    record Telegram(String chatId) implements Address {}

    /** Mailboxes, which get one letter together. */
    record Mail(List<String> to) implements Address {
        public Mail {
            to = List.copyOf(to);
        }
    }

    /** The channel's name in figures and texts. */
    default String channel() {
        if (this instanceof Webhook) {
            return "webhook";
        }
        return this instanceof Telegram ? "telegram" : "email";
    }
}
