package io.otklik.jobs.engagement;

import io.otklik.engagement.Reactions;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The reactions to a page that no watermark has passed: written behind their end and read as a
 * whole when one does, so that a store has nothing to look for when one comes.
 */
final class PageReactions {

    private static final ListStateDescriptor<SeenReactions> COMING =
            new ListStateDescriptor<>("coming", SeenReactionsSerializer.INSTANCE);

    private final ListState<SeenReactions> coming;

    PageReactions(RuntimeContext context) {
        this.coming = context.getListState(COMING);
    }

    void add(SeenReactions seen) throws Exception {
        coming.add(seen);
    }

    /**
     * Takes out what a watermark has passed.
     *
     * @param left gets what it has not, in the order in which it came
     * @return by the end of their ten seconds
     */
    NavigableMap<Long, Reactions> takePassed(long watermark, List<SeenReactions> left)
            throws Exception {
        NavigableMap<Long, Reactions> passed = new TreeMap<>();
        for (SeenReactions seen : coming.get()) {
            if (seen.end() <= watermark) {
                Reactions before = passed.getOrDefault(seen.end(), Reactions.NONE);
                passed.put(seen.end(), before.plus(seen.post(), seen.spanMillis(), seen.count()));
            } else {
                left.add(seen);
            }
        }
        if (left.isEmpty()) {
            coming.clear();
        } else if (!passed.isEmpty()) {
            coming.update(new ArrayList<>(left));
        }
        return passed;
    }
}
