package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that speaks for a check, or against it.
 *
 * @param id its name in the book of signals
 * @param weight what it adds to the sum of which the book's calibration makes the score; negative
 *     if it speaks against
 * @param detail what was counted; empty for a signal of the text
 */
public record SuspicionSignal(
        @JsonProperty(required = true) String id, double weight, String detail) {

    public SuspicionSignal {
        Contract.require("id", id);
    }
}
