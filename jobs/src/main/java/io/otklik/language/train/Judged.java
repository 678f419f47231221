package io.otklik.language.train;

import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;

/**
 * A labelled message and what it was found to be.
 *
 * @param threadId unit of the bootstrap
 * @param urgency as it was labelled; null if it was not
 * @param foundUrgency null if nobody told
 */
record Judged(
        String threadId,
        String id,
        String text,
        Kind truth,
        Kind found,
        double needsAnswer,
        Urgency urgency,
        Urgency foundUrgency) {

    /** By a classifier that tells no urgency. */
    Judged(String threadId, String id, String text, Kind truth, Kind found, double needsAnswer) {
        this(threadId, id, text, truth, found, needsAnswer, null, null);
    }
}
