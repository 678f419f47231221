package io.otklik.jobs.appeals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which appeal an official message answers. Fed with a thread's messages in time order.
 *
 * <p>Platforms often name only the first comment of a branch as the parent, however far below it
 * the answer stands. So, within the branch: whom the message addresses decides; else the answered
 * comment, if it is an appeal below the branch's first comment; else the latest appeal of the
 * branch that nobody has answered yet; else the answered comment or the latest appeal. An official
 * message outside any branch answers the first-level appeal just before it, if that is still
 * unanswered.
 */
final class AnswerMatcher {

    /** Deeper chains of replies than any platform makes; a cycle in broken data ends here. */
    private static final int DEEPEST = 100;

    private final String threadId;
    private final Map<String, TrackedMessage> byId;
    private final List<Candidate> appeals = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, String> answeredByOfficial = new HashMap<>();

    AnswerMatcher(String threadId, Map<String, TrackedMessage> byId) {
        this.threadId = threadId;
        this.byId = byId;
    }

    /** Notes an appeal that answers may follow. */
    void appeal(TrackedMessage message, Instant since) {
        appeals.add(new Candidate(message, branch(message), since));
    }

    /** The id of the appeal that an official message answers; null if it answers none. */
    String answered(TrackedMessage official) {
        boolean post = official.messageId().equals(threadId);
        String appealId = post ? null : match(official);
        if (appealId != null) {
            answered.add(appealId);
            answeredByOfficial.put(official.messageId(), appealId);
        }
        return appealId;
    }

    private String match(TrackedMessage official) {
        boolean firstLevel = isFirstLevel(official);
        TrackedMessage parent = firstLevel ? null : byId.get(official.parentId());
        String branch = branch(official);
        Instant at = official.publishedAt();
        List<Candidate> open =
                appeals.stream()
                        .filter(c -> !c.since.isAfter(at))
                        .filter(c -> firstLevel || c.branch.equals(branch))
                        .toList();
        String addressee = official.replyToAuthorId();
        if (addressee != null) {
            List<Candidate> own =
                    open.stream().filter(c -> addressee.equals(c.message.authorId())).toList();
            if (!own.isEmpty()) {
                return latestUnansweredOrLatest(own);
            }
        }
        if (firstLevel) {
            String before = justBefore(official, open);
            return before == null ? unansweredPost(open) : before;
        }
        if (parent == null) {
            return null;
        }
        if (answeredByOfficial.containsKey(parent.messageId())) {
            return answeredByOfficial.get(parent.messageId());
        }
        boolean parentIsAppeal =
                open.stream().anyMatch(c -> c.message.messageId().equals(parent.messageId()));
        if (parentIsAppeal && !parent.messageId().equals(branch)) {
            return parent.messageId();
        }
        String latest = latestUnanswered(open);
        if (latest != null) {
            return latest;
        }
        if (parentIsAppeal) {
            return parent.messageId();
        }
        return open.isEmpty() ? null : last(open);
    }

    private boolean isFirstLevel(TrackedMessage message) {
        return message.parentId() == null || message.parentId().equals(threadId);
    }

    private String justBefore(TrackedMessage official, List<Candidate> open) {
        Candidate latest = null;
        for (Candidate candidate : open) {
            if (isFirstLevel(candidate.message)) {
                latest = candidate;
            }
        }
        if (latest == null || answered.contains(latest.message.messageId())) {
            return null;
        }
        for (TrackedMessage message : byId.values()) {
            boolean between =
                    message.publishedAt().isAfter(latest.message.publishedAt())
                            && message.publishedAt().isBefore(official.publishedAt());
            if (between && isFirstLevel(message) && !message.messageId().equals(threadId)) {
                return null;
            }
        }
        return latest.message.messageId();
    }

    private String unansweredPost(List<Candidate> open) {
        boolean waits =
                open.stream().anyMatch(c -> c.message.messageId().equals(threadId))
                        && !answered.contains(threadId);
        return waits ? threadId : null;
    }

    private String latestUnansweredOrLatest(List<Candidate> candidates) {
        String latest = latestUnanswered(candidates);
        return latest == null ? last(candidates) : latest;
    }

    private String latestUnanswered(List<Candidate> candidates) {
        String latest = null;
        for (Candidate candidate : candidates) {
            if (!answered.contains(candidate.message.messageId())) {
                latest = candidate.message.messageId();
            }
        }
        return latest;
    }

    private static String last(List<Candidate> candidates) {
        return candidates.get(candidates.size() - 1).message.messageId();
    }

    /** The first comment of the branch that a message stands in: itself, if it opens one. */
    private String branch(TrackedMessage message) {
        TrackedMessage at = message;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (isFirstLevel(at)) {
                return at.messageId();
            }
            TrackedMessage parent = byId.get(at.parentId());
            if (parent == null) {
                return at.parentId();
            }
            at = parent;
        }
        return at.messageId();
    }

    private record Candidate(TrackedMessage message, String branch, Instant since) {}
}
