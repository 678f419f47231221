package io.otklik.jobs.appeals;

import io.otklik.schemas.Change;
import io.otklik.schemas.Message;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One change in the history of a message. State of job {@code appeals}.
 *
 * @param seenAt when the gateway first saw it: for a policy whose clock starts at the detection
 * @param observedAt when it saw this text, of the reports of one change the one to believe
 * @param text null for a deletion
 * @param deleterId who deleted it, where the platform tells; else null
 * @param presumed whether nobody told of it: a message of which only edits are known said, as far
 *     as anyone can tell, what the first of them says since it was written
 */
public record MessageVersion(
        Instant at,
        Change change,
        Instant seenAt,
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
                message.observedAt(),
                message.text(),
                message.change() == Change.DELETED ? message.deleterId() : null,
                false);
    }

    /** The same text when the message was written, to be believed until that is told of. */
    MessageVersion presumedAt(Instant published) {
        return new MessageVersion(published, Change.CREATED, seenAt, observedAt, text, null, true);
    }

    boolean deleted() {
        return change == Change.DELETED;
    }

    boolean sameChange(MessageVersion other) {
        return at.equals(other.at) && change == other.change;
    }

    /**
     * What is to be believed of this and one more report of the same change; equal to this if the
     * other tells nothing new. Whoever polls reports the same text again and again.
     */
    MessageVersion and(MessageVersion other) {
        boolean replaced = !Objects.equals(text, other.text) && BELIEVED.compare(this, other) < 0;
        MessageVersion believed = replaced ? other : this;
        return new MessageVersion(
                at,
                change,
                seenAt.isBefore(other.seenAt) ? seenAt : other.seenAt,
                believed.observedAt,
                believed.text,
                deleterId == null ? other.deleterId : deleterId,
                false);
    }
}
