package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * Input that gave no record, on topic {@code dead-letter}. The original stays where {@code topic},
 * {@code partition} and {@code offset} point, as long as that topic keeps it.
 *
 * @param position place of the item inside the record, for a record that carries several; else 0
 * @param detail one sentence that names the field and the fault
 * @param payload the item with personal ids, phones, e-mails and card numbers masked, cut at
 *     {@value #PAYLOAD_LIMIT} UTF-8 bytes; empty for an ignored event
 * @param at time of the Kafka record
 */
public record DeadLetter(
        @JsonProperty(required = true) String topic,
        int partition,
        long offset,
        int position,
        @JsonProperty(required = true) DeadLetterReason reason,
        String detail,
        String payload,
        @JsonProperty(required = true) Instant at) {

    /** Most UTF-8 bytes of a payload that are kept. */
    public static final int PAYLOAD_LIMIT = 64 * 1024;

    public DeadLetter {
        Contract.require("topic", topic);
        Contract.require("reason", reason);
        Contract.require("at", at);
    }
}
