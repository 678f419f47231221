package io.otklik.language.topic;

import java.util.List;
import java.util.function.Function;

/**
 * A labelled text.
 *
 * @param source where it comes from; evaluation is told apart by it
 * @param unit what must not be split between training and test: a thread, or the text itself
 * @param text the message's own text
 * @param parent text of the message that it answers, or null
 * @param post text of the post that it stands under, or null
 * @param asked texts of the last messages above in its thread that need an answer; oldest first
 * @param group number of its group in the catalog
 * @param topic number of its topic in the catalog, or -1 where only the group is known
 */
public record TopicExample(
        String source,
        String unit,
        String text,
        String parent,
        String post,
        List<String> asked,
        int group,
        int topic) {

    public TopicExample {
        asked = List.copyOf(asked);
    }

    /** Source of examples that come from walls. */
    public static final String WALL = "wall";

    /**
     * What stands around it.
     *
     * @param read reads a text
     */
    TopicContext around(Function<String, TopicReading> read) {
        return new TopicContext(
                parent == null ? null : read.apply(parent),
                post == null ? null : read.apply(post),
                asked.stream().map(read).toList());
    }

    /** Whether it stands in a thread, so that the context can be learnt from it. */
    public boolean hasContext() {
        return post != null;
    }
}
