package io.otklik.language.answer;

import java.time.Duration;
import java.time.Instant;

/** An officer's visits to a thread: official messages with short pauses between them are one. */
final class Visits {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

    private Instant last;
    private int lastOrder;
    private int seenBefore;

    /**
     * Notes an official message.
     *
     * @param order its place among the thread's messages
     */
    void speaks(Instant at, int order) {
        if (last == null || Duration.between(last, at).compareTo(LONGEST_PAUSE) > 0) {
            seenBefore = lastOrder;
        }
        last = at;
        lastOrder = order;
    }

    /** Place of the last message that stood there when the visit before this one ended. */
    int seenBefore() {
        return seenBefore;
    }
}
