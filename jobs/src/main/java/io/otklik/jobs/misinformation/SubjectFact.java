package io.otklik.jobs.misinformation;

import io.otklik.schemas.Claim;
import io.otklik.schemas.Verdict;

/**
 * A fact about what people follow: a story, what a person did, or the claim as the register has it.
 * One of the components is set, the others are null.
 */
public record SubjectFact(StoryTold story, Verdict step, Claim claim) {

    static SubjectFact of(StoryTold story) {
        return new SubjectFact(story, null, null);
    }

    static SubjectFact of(Verdict step) {
        return new SubjectFact(null, step, null);
    }

    static SubjectFact of(Claim claim) {
        return new SubjectFact(null, null, claim);
    }

    /** The claim's id; of a story without a claim its own. */
    String subject() {
        return story != null ? story.subject() : step != null ? step.claimId() : claim.claimId();
    }
}
