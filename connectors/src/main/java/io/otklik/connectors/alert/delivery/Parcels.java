package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.Parcel;
import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.AlertMessage;
import io.otklik.connectors.alert.text.AlertTexts;
import io.otklik.connectors.alert.text.News;
import io.otklik.schemas.Alert;
import io.otklik.schemas.DeliveryState;
import io.otklik.schemas.JsonCodec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes messages that tell of entries. */
final class Parcels {

    /** Servers and mailboxes take that much: half of what nginx takes unless told otherwise. */
    private static final int DIGEST_BYTES = 512 << 10;

    private static final int DIGEST_ITEMS = 500;

    private final AlertTexts texts;
    private final JsonCodec<Alert> alerts = JsonCodec.of(Alert.class);

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
     * The message that tells of the entries: of as many as fit. What does not fit is packed by the
     * next call.
     *
     * @param entries at least one
     * @param most how many it may tell of at most
     */
    Packed pack(Recipient recipient, List<Entry> entries, int most, Instant now) {
        List<Entry> all =
                entries.stream()
                        .sorted(Comparator.comparing(Parcels::item, AlertTexts.digestOrder()))
                        .toList();
        List<AlertTexts.Item> waiting = all.stream().map(Parcels::item).toList();
        int fitting =
                recipient.address() instanceof Address.Telegram
                        ? AlertTexts.fitting(waiting, recipient.timeZone(), now)
                        : fitting(waiting);
        int told = Math.min(fitting, most);
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

    /** How many of the items, from the first on, go by webhook and mail; at least one. */
    private int fitting(List<AlertTexts.Item> items) {
        int fitting = 0;
        int bytes = 0;
        for (AlertTexts.Item item : items) {
            // The record itself, and its line of the text, which says less.
            bytes += 2 * alerts.encode(item.alert()).length;
            if (fitting > 0 && bytes > DIGEST_BYTES || fitting == DIGEST_ITEMS) {
                break;
            }
            fitting++;
        }
        return fitting;
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
