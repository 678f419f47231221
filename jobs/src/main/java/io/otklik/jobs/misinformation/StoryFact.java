package io.otklik.jobs.misinformation;

import io.otklik.schemas.Verdict;

/**
 * A fact about a story: a message of it, or what a person did about it. One of the components is
 * set, the other is null.
 */
public record StoryFact(Member member, Verdict step) {

    static StoryFact of(Member member) {
        return new StoryFact(member, null);
    }

    static StoryFact of(Verdict step) {
        return new StoryFact(null, step);
    }

    /** The story's id; of a step that names no story its claim's, which is none's. */
    String story() {
        if (member != null) {
            return member.storyId();
        }
        return step.suspicionId() == null ? step.claimId() : step.suspicionId();
    }
}
