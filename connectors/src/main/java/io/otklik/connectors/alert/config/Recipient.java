package io.otklik.connectors.alert.config;

import io.otklik.schemas.Alert;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Whom alerts are sent to.
 *
 * @param name in routes, figures and records; says nothing about a person's address
 * @param timeZone of the times in texts, and of the quiet hours
 * @param quietHours null if there are none
 * @param wantsCleared whether the recipient is told, too, that an alert is over
 */
public record Recipient(
        String name,
        Address address,
        ZoneId timeZone,
        QuietHours quietHours,
        boolean wantsCleared) {

    /** When a message about the alert may be sent that is ready now. */
    public Instant mayBeSent(Alert alert, Instant now) {
        return quietHours == null || quietHours.letsThrough(alert)
                ? now
                : quietHours.endOf(now, timeZone);
    }
}
