package io.otklik.jobs.misinformation;

import java.time.Instant;

/**
 * What is known of a story beside its messages.
 *
 * @param linkedClaim the claim that a person registered it under; null if none
 * @param movedTo where its messages went; null if they did not
 * @param left whether a message that is counted went
 * @param tellAt when it is told next, processing time; 0: nothing has changed
 * @param seekAt when claims that came since are looked for in its text, processing time; 0: never,
 *     for it has no text
 * @param lastAt publication of its latest message, or a later registration
 */
public record StoryCourse(
        String linkedClaim,
        Instant linkedAt,
        String movedTo,
        boolean left,
        long tellAt,
        long seekAt,
        long lastAt) {

    static final StoryCourse NONE = new StoryCourse(null, null, null, false, 0, 0, 0);

    StoryCourse linkedTo(String claim, Instant at) {
        return new StoryCourse(claim, at, movedTo, left, tellAt, seekAt, lastAt);
    }

    StoryCourse movedTo(String story, boolean counted) {
        return new StoryCourse(
                linkedClaim, linkedAt, story, left || counted, tellAt, seekAt, lastAt);
    }

    StoryCourse tellAt(long at) {
        return new StoryCourse(linkedClaim, linkedAt, movedTo, left, at, seekAt, lastAt);
    }

    StoryCourse told() {
        return new StoryCourse(linkedClaim, linkedAt, movedTo, false, 0, seekAt, lastAt);
    }

    StoryCourse seekAt(long at) {
        return new StoryCourse(linkedClaim, linkedAt, movedTo, left, tellAt, at, lastAt);
    }

    StoryCourse seenAt(long at) {
        return new StoryCourse(
                linkedClaim, linkedAt, movedTo, left, tellAt, seekAt, Math.max(lastAt, at));
    }
}
