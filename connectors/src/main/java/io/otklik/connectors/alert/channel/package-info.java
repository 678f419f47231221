/** The ways to recipients: webhook, Telegram, mail. */
package io.otklik.connectors.alert.channel;
