package io.otklik.language.topic;

import java.util.List;

/**
 * What the texts around a message say about topics.
 *
 * @param parent of the message that it answers, or null
 * @param post of the post that it stands under, or null
 * @param asked of the last messages above that need an answer: who asks under a post mostly asks
 *     about what was asked there before
 */
public record TopicContext(TopicReading parent, TopicReading post, List<TopicReading> asked) {

    /** A text that stands alone. */
    public static final TopicContext NONE = new TopicContext(null, null, List.of());

    public TopicContext {
        asked = List.copyOf(asked);
    }

    boolean isEmpty() {
        return parent == null && post == null && asked.isEmpty();
    }

    /** Whether the post is sure to be about another group than a message. */
    boolean contradicts(TopicReading own) {
        return post != null
                && ContextWeights.bucket(post) == ContextWeights.SURE
                && post.best() != own.best();
    }

    /** What the messages above that ask say of a group, on average; 0 without any. */
    float asked(int group) {
        float sum = 0;
        // Asked for each group of each message: an iterator each would be most of its garbage.
        for (int i = 0; i < asked.size(); i++) {
            sum += asked.get(i).group(group);
        }
        return asked.isEmpty() ? 0 : sum / asked.size();
    }
}
