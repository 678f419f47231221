package io.otklik.connectors.alert.config;

import java.net.URI;

/**
 * The Bot API.
 *
 * @param url of the API's server, without a slash at its end
 * @param tokenVariable environment variable of the bot's token
 */
public record TelegramSettings(URI url, String tokenVariable) {

    static final TelegramSettings DEFAULT =
            new TelegramSettings(URI.create("https://api.telegram.org"), "OTKLIK_TELEGRAM_TOKEN");
}
