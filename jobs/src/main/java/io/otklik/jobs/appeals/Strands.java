package io.otklik.jobs.appeals;

import io.otklik.schemas.AuthorKind;
import org.apache.flink.api.common.state.MapState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strands of a thread: messages that are told together, and so must be forgotten together. A
 * branch is one, with the answers given elsewhere to what stands in it and all else that its
 * residents wrote; the post stays as long as any. Without the answer an appeal would be overdue
 * again.
 */
final class Strands {

    private final String threadId;
    private final Map<String, String> together = new HashMap<>();
    private final Map<String, Long> touchedAt = new HashMap<>();

    Strands(String threadId, Collection<TrackedMessage> messages) {
        this.threadId = threadId;
        for (TrackedMessage message : messages) {
            String id = message.messageId();
            join(id, message.parentId());
            if (message.authorKind() == AuthorKind.PERSON) {
                join(id, "author " + message.authorId());
            }
            if (message.heard() != null) {
                message.heard().answers().forEach(answered -> join(id, answered));
            }
        }
        for (TrackedMessage message : messages) {
            touchedAt.merge(root(message.messageId()), message.touchedAt(), Math::max);
            touchedAt.merge(threadId, message.touchedAt(), Math::max);
        }
    }

    /**
     * Takes the strands out of a thread's state to which nothing happened after an instant.
     *
     * @param longAgo processing time, epoch milliseconds
     * @return when something last happened to the one of those left that rests longest; {@link
     *     Long#MAX_VALUE} if none is left
     */
    static long forget(String threadId, MapState<String, KeptMessage> state, long longAgo)
            throws Exception {
        List<TrackedMessage> all = new ArrayList<>();
        state.values().forEach(kept -> all.add(kept.read()));
        Strands strands = new Strands(threadId, all);
        long oldest = Long.MAX_VALUE;
        for (TrackedMessage message : all) {
            long touchedAt = strands.touchedAt(message.messageId());
            if (touchedAt <= longAgo) {
                state.remove(message.messageId());
            } else {
                oldest = Math.min(oldest, touchedAt);
            }
        }
        return oldest;
    }

    /** When something last happened to the strand that a message belongs to. */
    long touchedAt(String messageId) {
        return touchedAt.get(messageId.equals(threadId) ? threadId : root(messageId));
    }

    private void join(String one, String other) {
        if (other != null && !one.equals(threadId) && !other.equals(threadId)) {
            String root = root(one);
            String otherRoot = root(other);
            if (!root.equals(otherRoot)) {
                together.put(root, otherRoot);
            }
        }
    }

    private String root(String of) {
        String at = of;
        for (String next = together.get(at); next != null; next = together.get(at)) {
            at = next;
        }
        // The way there is short from now on.
        for (String next = of; !next.equals(at); ) {
            next = together.put(next, at);
        }
        return at;
    }
}
