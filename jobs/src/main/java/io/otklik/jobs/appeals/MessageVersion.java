package io.otklik.jobs.appeals;

import io.otklik.schemas.Change;
import io.otklik.schemas.Message;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One change in the history of a message. State of job {@code appeals}.
 *
 * @param observedAt when the gateway saw it: for a policy whose clock starts at the detection
 * @param text null for a deletion
 * @param deleterId who deleted it, where the platform tells; else null
 * @param presumed whether nobody told of it: a message of which only edits are known said, as far
 *     as anyone can tell, what the first of them says since it was written
 */
public record MessageVersion(
        Instant at,
        Change change,
        Instant observedAt,
        String text,
        String deleterId,
        boolean presumed) {

    /** The order of changes in time, whatever the order of their arrival. */
    static final Comparator<MessageVersion> IN_TIME =
            Comparator.comparing(MessageVersion::at).thenComparing(MessageVersion::change);

    /** Which of two reports of the same change to believe: the later seen, then the larger text. */
    private static final Comparator<MessageVersion> BELIEVED =
            Comparator.comparing(MessageVersion::observedAt)
                    .thenComparing(
                            MessageVersion::text, Comparator.nullsFirst(Comparator.naturalOrder()));

    static MessageVersion of(Message message) {
        return new MessageVersion(
                message.changedAt(),
                message.change(),
                message.observedAt(),
                message.text(),
                message.change() == Change.DELETED ? message.deleterId() : null,
                false);
    }

    /** The same text when the message was written, to be believed until that is told of. */
    MessageVersion presumedAt(Instant published) {
        return new MessageVersion(published, Change.CREATED, observedAt, text, null, true);
    }

    boolean deleted() {
        return change == Change.DELETED;
    }

    /** Whether somebody took the message away who did not write it. */
    boolean deletedByAnother(String authorId) {
        return deleterId != null && !deleterId.equals(authorId);
    }

    boolean sameChange(MessageVersion other) {
        return at.equals(other.at) && change == other.change;
    }

    /** Whether this report tells something that {@code other}, of the same change, does not. */
    boolean replaces(MessageVersion other) {
        return !Objects.equals(text, other.text) && BELIEVED.compare(this, other) > 0;
    }
}
