package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.Parcel;
import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.AlertMessage;
import io.otklik.connectors.alert.text.AlertTexts;
import io.otklik.connectors.alert.text.News;
import io.otklik.schemas.DeliveryState;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes messages that tell of entries. */
final class Parcels {

    private final AlertTexts texts;

    Parcels(AlertTexts texts) {
        this.texts = texts;
    }

    /**
     * A message and those whose alerts it tells.
     *
     * @param entries in the message's order
     */
    record Packed(Parcel parcel, List<Entry> entries) {}

    /**
     * The message that tells of the entries: of all by webhook and mail, of as many as fit by
     * Telegram. What does not fit is packed by the next call.
     *
     * @param entries at least one
     */
    Packed pack(Recipient recipient, List<Entry> entries, Instant now) {
        List<Entry> all =
                entries.stream()
                        .sorted(Comparator.comparing(Parcels::item, AlertTexts.digestOrder()))
                        .toList();
        List<AlertTexts.Item> waiting = all.stream().map(Parcels::item).toList();
        int told =
                recipient.address() instanceof Address.Telegram
                        ? AlertTexts.fitting(waiting, recipient.timeZone(), now)
                        : waiting.size();
        List<AlertTexts.Item> items = waiting.subList(0, told);
        int following = waiting.size() - told;
        AlertMessage message =
                items.size() == 1 && following == 0
                        ? texts.single(
                                items.get(0).alert(),
                                items.get(0).news(),
                                recipient.timeZone(),
                                now)
                        : texts.digest(items, following, recipient.timeZone(), now);
        return new Packed(
                new Parcel(recipient, key(recipient, items), items, message, now),
                all.subList(0, told));
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

    private static AlertTexts.Item item(Entry entry) {
        return new AlertTexts.Item(entry.alert, news(entry));
    }

    /** What waits to be told; the alert itself may have changed since. */
    private static News news(Entry entry) {
        return entry.delivery.state() == DeliveryState.WAITING ? News.RAISED : News.of(entry.alert);
    }
}
