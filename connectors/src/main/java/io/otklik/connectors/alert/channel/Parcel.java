package io.otklik.connectors.alert.channel;

import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.AlertMessage;
import io.otklik.connectors.alert.text.AlertTexts;

import java.time.Instant;
import java.util.List;

/**
 * One message on its way to one recipient.
 *
 * @param idempotencyKey the same for every attempt at the same message, and for no other message
 * @param items what the message tells of; several in a digest
 * @param at when it was written
 */
public record Parcel(
        Recipient recipient,
        String idempotencyKey,
        List<AlertTexts.Item> items,
        AlertMessage message,
        Instant at) {

    public Parcel {
        items = List.copyOf(items);
    }
}
