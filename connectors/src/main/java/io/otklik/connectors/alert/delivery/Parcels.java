package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.Parcel;
import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.AlertMessage;
import io.otklik.connectors.alert.text.AlertTexts;
import io.otklik.connectors.alert.text.News;
import io.otklik.schemas.DeliveryState;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the message that tells of entries. */
final class Parcels {

    private final AlertTexts texts;

    Parcels(AlertTexts texts) {
        this.texts = texts;
    }

    Parcel pack(Recipient recipient, List<Entry> entries, Instant now) {
        List<AlertTexts.Item> items =
                entries.stream()
                        .map(entry -> new AlertTexts.Item(entry.alert, news(entry)))
                        .toList();
        AlertMessage message =
                items.size() == 1
                        ? texts.single(
                                items.get(0).alert(),
                                items.get(0).news(),
                                recipient.timeZone(),
                                now)
                        : texts.digest(items, recipient.timeZone(), now);
        return new Parcel(recipient, key(recipient, items), items, message, now);
    }

    /** A function of what is told to whom, whichever process tells it. */
    private static String key(Recipient recipient, List<AlertTexts.Item> items) {
        String content =
                items.stream()
                        .map(item -> item.alert().alertId() + ' ' + item.news())
                        .sorted()
                        .collect(Collectors.joining("\n", recipient.name() + '\n', ""));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What waits to be told; the alert itself may have changed since. */
    private static News news(Entry entry) {
        return entry.delivery.state() == DeliveryState.WAITING ? News.RAISED : News.of(entry.alert);
    }
}
