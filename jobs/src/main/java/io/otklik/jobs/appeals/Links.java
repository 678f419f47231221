package io.otklik.jobs.appeals;

import java.util.HashMap;
import java.util.Map;

/** How the messages of one thread hang together. */
final class Links {

    /** Deeper chains of replies than any platform makes; a cycle in broken data ends here. */
    private static final int DEEPEST = 100;

    private final String threadId;
    private final Map<String, Link> byId = new HashMap<>();

    Links(String threadId) {
        this.threadId = threadId;
    }

    void note(TrackedMessage message) {
        byId.put(
                message.messageId(),
                new Link(message.parentId(), new Digest().add(message.newestText()).bits()));
    }

    /** The first comment of the branch that a message stands in: itself, if it opens one. */
    String branch(String messageId) {
        String at = messageId;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Link link = byId.get(at);
            if (link == null || link.parentId == null || link.parentId.equals(threadId)) {
                return at;
            }
            at = link.parentId;
        }
        return at;
    }

    /**
     * Adds which message that is, and what it says.
     *
     * @param messageId of one that was noted; null: none
     */
    void addText(String messageId, Digest digest) {
        digest.add(messageId).add(messageId == null ? 0L : byId.get(messageId).text);
    }

    /**
     * @param text hash of the newest
     */
    private record Link(String parentId, long text) {}
}
