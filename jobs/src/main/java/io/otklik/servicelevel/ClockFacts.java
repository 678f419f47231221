package io.otklik.servicelevel;

import io.otklik.schemas.ClockStart;

import java.time.Instant;

/**
 * What is known of an appeal that a clock may start at.
 *
 * @param publishedAt when the resident wrote it
 * @param detectedAt when it was found to be an appeal
 * @param assignedAt when it was given to the authority that owes the answer; null: not yet
 */
public record ClockFacts(Instant publishedAt, Instant detectedAt, Instant assignedAt) {

    public ClockFacts {
        if (publishedAt == null || detectedAt == null) {
            throw new IllegalArgumentException("An appeal was published and detected some time.");
        }
    }

    /** When such a clock starts; one that waits for the assignment runs from the detection on. */
    public Instant start(ClockStart clock) {
        return switch (clock) {
            case PUBLISHED -> publishedAt;
            case DETECTED -> detectedAt;
            case ASSIGNED -> assignedAt == null ? detectedAt : assignedAt;
        };
    }

    Instant latest() {
        Instant latest = detectedAt.isAfter(publishedAt) ? detectedAt : publishedAt;
        return assignedAt != null && assignedAt.isAfter(latest) ? assignedAt : latest;
    }
}
