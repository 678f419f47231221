package io.otklik.jobs.engagement;

import io.otklik.engagement.SpikePolicy;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.Iterator;

/** The new appeals about a page that have no answer; they go when they are no longer new. */
final class PageCriticism {

    private static final MapStateDescriptor<String, Criticism> CRITICISM =
            new MapStateDescriptor<>(
                    "criticism", Types.STRING, TypeInformation.of(Criticism.class));

    private final SpikePolicy policy;
    private final MapState<String, Criticism> criticism;

    PageCriticism(RuntimeContext context, SpikePolicy policy) {
        this.policy = policy;
        this.criticism = context.getMapState(CRITICISM);
    }

    /**
     * Hears how an appeal stands.
     *
     * @return whether it is new and has no answer
     */
    boolean hear(Criticism appeal, long watermark) throws Exception {
        for (Iterator<Criticism> all = criticism.values().iterator(); all.hasNext(); ) {
            if (!isNew(all.next(), watermark)) {
                all.remove();
            }
        }
        boolean counts = appeal.unanswered() && isNew(appeal, watermark);
        if (counts) {
            criticism.put(appeal.appealId(), appeal);
        } else {
            criticism.remove(appeal.appealId());
        }
        return counts;
    }

    /** How many there are about the page or under the post; 0 if they do not grow. */
    int unanswered(String subject, long at) throws Exception {
        int unanswered = 0;
        for (Criticism appeal : criticism.values()) {
            if (appeal.publishedAt() < at
                    && isNew(appeal, at)
                    && (subject.equals(appeal.communityId())
                            || subject.equals(appeal.threadId()))) {
                unanswered++;
            }
        }
        return unanswered < policy.criticismLeast() ? 0 : unanswered;
    }

    void clear() {
        criticism.clear();
    }

    private boolean isNew(Criticism appeal, long at) {
        return appeal.publishedAt() + policy.criticismWithin().toMillis() > at;
    }
}
