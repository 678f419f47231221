package io.otklik.jobs.misinformation;

/**
 * That a post carries a text, or that a comment under it asks whether it is true.
 *
 * @param threadId the post's message id
 * @param sighting of the post; or of the comment, which carries no text of its own (id 0)
 */
public record ThreadFact(String threadId, Sighting sighting) {

    boolean isPost() {
        return sighting.messageId().equals(threadId);
    }
}
