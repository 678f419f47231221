package io.otklik.language.answer;

import java.util.HashMap;
import java.util.Map;

/** The branches of a thread: what each message hangs from. */
final class Branches {

    /** Deeper chains of replies than any platform makes; a cycle in broken data ends here. */
    private static final int DEEPEST = 100;

    private final String threadId;
    private final Map<String, TalkLine> lines = new HashMap<>();

    Branches(String threadId) {
        this.threadId = threadId;
    }

    void note(TalkLine line) {
        lines.put(line.id(), line);
    }

    /** Whether a message stands straight under the post, or is the post. */
    boolean isFirstLevel(TalkLine line) {
        return line.parentId() == null || line.parentId().equals(threadId);
    }

    /**
     * The message that a reply names as answered; null if that is the post, unknown, or the
     * branch's first comment, which platforms name for every message below it.
     */
    TalkLine parentBelowRoot(TalkLine line) {
        TalkLine parent = line.parentId() == null ? null : lines.get(line.parentId());
        return parent == null || isFirstLevel(parent) ? null : parent;
    }

    /** The first comment of the branch that a message stands in: itself, if it opens one. */
    String root(TalkLine line) {
        TalkLine at = line;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (isFirstLevel(at)) {
                return at.id();
            }
            TalkLine parent = lines.get(at.parentId());
            if (parent == null) {
                return at.parentId();
            }
            at = parent;
        }
        return at.id();
    }
}
