package io.otklik.connectors.alert.delivery;

import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeadLetter;

/**
 * What is to be written before the alerts' offsets are committed.
 *
 * @param partition of the alert, and of the delivery
 * @param deliveryId the delivery that changed
 * @param delivery its new version; null if it is forgotten
 * @param deadLetter a message that nobody will send; null if there is none
 */
public record Change(
        int partition, String deliveryId, AlertDelivery delivery, DeadLetter deadLetter) {}
