package io.otklik.jobs.misinformation;

import io.otklik.schemas.Verdict;

/**
 * A fact about a story: a message of it, or that a person registered it. One of the components is
 * set, the other is null.
 */
public record StoryFact(Member member, Verdict step) {

    static StoryFact of(Member member) {
        return new StoryFact(member, null);
    }

    static StoryFact of(Verdict step) {
        return new StoryFact(null, step);
    }

    /** The story's id. */
    String story() {
        return member != null ? member.storyId() : step.suspicionId();
    }
}
