package io.otklik.jobs.appeals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A message that was read, with what state keeps of it. */
record ReadMessage(KeptMessage kept, TrackedMessage message, MessagePlace place) {

    /** In the order in which they were written; those of which only a deletion is known wait. */
    static List<ReadMessage> inTime(Iterable<KeptMessage> messages) {
        List<ReadMessage> read = new ArrayList<>();
        for (KeptMessage kept : messages) {
            TrackedMessage message = kept.read();
            if (message.publishedAt() != null) {
                read.add(new ReadMessage(kept, message, MessagePlace.of(message)));
            }
        }
        read.sort(Comparator.comparing(ReadMessage::place));
        return read;
    }
}
