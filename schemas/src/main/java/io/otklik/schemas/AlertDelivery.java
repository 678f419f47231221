package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * How far one recipient was told of one alert, on the compacted topic {@code alert.delivery}, keyed
 * by {@code deliveryId}, in the partition of the same number as the alert's. It is the notifier's
 * memory: whoever is in it as told is not told again.
 *
 * @param deliveryId alert and recipient
 * @param recipient name of the recipient in the notifier's configuration, no person's address
 * @param alertVersion version of the alert that was seen last
 * @param notBefore when a waiting message may go; later than now in the recipient's quiet hours
 * @param digest whether it then goes in one message with all that waited
 * @param attempts that failed or ended the waiting
 * @param sentAt when the recipient was told of the alert
 * @param closedAt when the recipient was told that it is over, or would have been
 * @param reason why the last attempt failed, or nothing is sent
 * @param version grows with every emission for the same delivery; the highest is current
 */
public record AlertDelivery(
        @JsonProperty(required = true) String deliveryId,
        @JsonProperty(required = true) String alertId,
        @JsonProperty(required = true) String recipient,
        @JsonProperty(required = true) AlertKind kind,
        int level,
        String agencyId,
        @JsonProperty(required = true) String subjectId,
        @JsonProperty(required = true) Instant raisedAt,
        @JsonProperty(required = true) DeliveryState state,
        long alertVersion,
        Instant notBefore,
        boolean digest,
        int attempts,
        Instant sentAt,
        Instant closedAt,
        String reason,
        @JsonProperty(required = true) Instant updatedAt,
        long version) {

    public AlertDelivery {
        Contract.require("deliveryId", deliveryId);
        Contract.require("alertId", alertId);
        Contract.require("recipient", recipient);
        Contract.require("kind", kind);
        Contract.require("subjectId", subjectId);
        Contract.require("raisedAt", raisedAt);
        Contract.require("state", state);
        Contract.require("updatedAt", updatedAt);
    }
}
