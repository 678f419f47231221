package io.otklik.jobs.misinformation;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

import java.util.ArrayList;
import java.util.List;

/**
 * Which stories of a key are to be looked at when one of its timers of event time fires, so that
 * none of the others has to be read then.
 */
final class Agenda {

    private final MapState<Long, List<String>> storiesAt;

    Agenda(String name, RuntimeContext context) {
        storiesAt =
                context.getMapState(
                        new MapStateDescriptor<>(name, Types.LONG, Types.LIST(Types.STRING)));
    }

    /** Has the timer set that looks at a story then, epoch milliseconds. */
    void put(long at, String storyId, TimerService timers) throws Exception {
        List<String> known = storiesAt.get(at);
        if (known != null && known.contains(storyId)) {
            return;
        }
        List<String> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
        all.add(storyId);
        storiesAt.put(at, all);
        timers.registerEventTimeTimer(at);
    }

    /** What is to be looked at as a timer fires, and no longer is; null if nothing ever was. */
    List<String> take(long timestamp) throws Exception {
        List<String> due = storiesAt.get(timestamp);
        if (due != null) {
            storiesAt.remove(timestamp);
        }
        return due;
    }

    void clear() {
        storiesAt.clear();
    }
}
