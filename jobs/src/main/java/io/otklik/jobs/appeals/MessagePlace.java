package io.otklik.jobs.appeals;

import java.time.Instant;
import java.util.Comparator;

/** Where a message stands in time. */
record MessagePlace(Instant at, String messageId) implements Comparable<MessagePlace> {

    private static final Comparator<MessagePlace> IN_TIME =
            Comparator.comparing(MessagePlace::at)
                    .thenComparing(place -> place.messageId().length())
                    .thenComparing(MessagePlace::messageId);

    static MessagePlace of(TrackedMessage message) {
        return new MessagePlace(message.publishedAt(), message.messageId());
    }

    @Override
    public int compareTo(MessagePlace other) {
        return IN_TIME.compare(this, other);
    }
}
