package io.otklik.connectors.alert.channel;

import io.otklik.connectors.alert.Alerts;
import io.otklik.connectors.alert.config.Address;
import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.AlertTexts;
import io.otklik.connectors.alert.text.News;

import java.time.ZoneId;
import java.util.List;

/** A message for an address. */
final class Parcels {

    static final String KEY = "0c5e8d1e-7d6f-3f0e-9f59-3a9a4f1d2b3c";

    private Parcels() {}

    static Parcel to(Address address) {
        ZoneId zone = ZoneId.of("Europe/Moscow");
        AlertTexts.Item item = new AlertTexts.Item(Alerts.alert("a").get(), News.RAISED);
        return new Parcel(
                new Recipient("duty", address, zone, null, true),
                KEY,
                List.of(item),
                new AlertTexts(null).single(item.alert(), item.news(), zone, Alerts.RAISED),
                Alerts.RAISED);
    }
}
