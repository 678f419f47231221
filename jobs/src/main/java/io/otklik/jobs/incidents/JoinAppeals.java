package io.otklik.jobs.incidents;

import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Incident;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits an {@link Incident} each time it changes, and to the side output {@link #MERGES} that an
 * appeal was merged into one, or that it turned out not to be. Keyed by problem.
 *
 * <p>Appeals may become known in any order: the incidents of the problem are told anew from all of
 * its appeals ({@link Incidents}), and only differences are emitted. An incident whose first appeal
 * turns out to be another one is retracted and told under its new name.
 *
 * <p>Versions follow the processing time, so that a replay supersedes the rows of a run before, and
 * grow with every appeal.
 *
 * <p>State: the problem's appeals, its incidents and merges as they were emitted last, what those
 * repeat that repeat a forgotten one, and the last version. Incidents that did not change for the
 * retention time (processing time) go with their appeals by the problem's only timer; nothing is
 * emitted then, but what the times of a job that was started anew tell otherwise, which stays as
 * what changed.
 */
final class JoinAppeals extends KeyedProcessFunction<String, PlacedAppeal, Incident> {
    private static final long serialVersionUID = 1L;

    /** Events MERGED. */
    static final OutputTag<AppealEvent> MERGES =
            new OutputTag<>("merges", TypeInformation.of(AppealEvent.class));

    private final IncidentTimes times;

    private transient Incidents incidents;
    private transient MapState<String, PlacedAppeal> appeals;
    private transient MapState<String, Incident> told;
    private transient MapState<String, AppealEvent> merges;
    private transient MapState<String, Repeat> settled;
    private transient ValueState<Long> lastVersion;
    private transient ValueState<Long> sweepAt;

    JoinAppeals(IncidentTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        incidents = new Incidents(times);
        appeals =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "appeals",
                                        Types.STRING,
                                        TypeInformation.of(PlacedAppeal.class)));
        told =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "told", Types.STRING, TypeInformation.of(Incident.class)));
        merges =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "merges",
                                        Types.STRING,
                                        TypeInformation.of(AppealEvent.class)));
        settled =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "settled", Types.STRING, TypeInformation.of(Repeat.class)));
        lastVersion =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("last-version", Types.LONG));
        sweepAt = getRuntimeContext().getState(new ValueStateDescriptor<>("sweep-at", Types.LONG));
    }

    @Override
    public void processElement(PlacedAppeal appeal, Context context, Collector<Incident> out)
            throws Exception {
        PlacedAppeal known = appeals.get(appeal.appealId());
        if (known != null && known.appealVersion() > appeal.appealVersion()) {
            return;
        }
        if (appeal.gone()) {
            appeals.remove(appeal.appealId());
        } else {
            appeals.put(appeal.appealId(), appeal);
        }
        long now = context.timerService().currentProcessingTime();
        tell(now, context, out);
        if (sweepAt.value() == null) {
            sweepAgain(now + times.retention().toMillis(), context);
        }
    }

    /**
     * Forgets what did not change for the retention time. What repeats a forgotten incident keeps
     * its name alone: of a problem that comes again each month a chain would never end.
     */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Incident> out)
            throws Exception {
        long longAgo = timestamp - times.retention().toMillis();
        List<Incidents.Group> groups = tell(timestamp, context, out);
        Set<Incidents.Group> kept = new HashSet<>();
        long oldest = Long.MAX_VALUE;
        for (Incidents.Group group : groups) {
            long changedAt = told.get(group.id()).version();
            if (changedAt > longAgo) {
                kept.add(group);
                oldest = Math.min(oldest, changedAt);
            } else {
                forget(group);
            }
        }
        settle(kept);
        if (oldest == Long.MAX_VALUE) {
            appeals.clear();
            told.clear();
            merges.clear();
            settled.clear();
            lastVersion.clear();
            sweepAt.clear();
        } else {
            sweepAgain(oldest + times.retention().toMillis(), context);
        }
    }

    private List<Incidents.Group> tell(long now, Context context, Collector<Incident> out)
            throws Exception {
        Long last = lastVersion.value();
        long version = last == null ? now : Math.max(last + 1, now);
        lastVersion.update(version);
        List<Incidents.Group> groups = incidents.tell(all(), entries(settled));
        tellIncidents(groups, version, out);
        tellMerges(groups, version, context);
        return groups;
    }

    /** Notes what those repeat of which the repeated one is forgotten. */
    private void settle(Set<Incidents.Group> kept) throws Exception {
        Map<String, Repeat> standing = new HashMap<>();
        for (Incidents.Group group : kept) {
            if (group.repeat() != null && !kept.contains(group.repeats())) {
                standing.put(group.id(), group.repeat());
            }
        }
        settled.clear();
        settled.putAll(standing);
    }

    private void forget(Incidents.Group group) throws Exception {
        told.remove(group.id());
        for (AppealEvent merge : group.merges()) {
            merges.remove(merge.eventId());
        }
        for (PlacedAppeal member : group.members()) {
            appeals.remove(member.appealId());
        }
    }

    private void sweepAgain(long at, Context context) throws Exception {
        context.timerService().registerProcessingTimeTimer(at);
        sweepAt.update(at);
    }

    private List<PlacedAppeal> all() throws Exception {
        List<PlacedAppeal> all = new ArrayList<>();
        appeals.values().forEach(all::add);
        return all;
    }

    private void tellIncidents(List<Incidents.Group> groups, long version, Collector<Incident> out)
            throws Exception {
        Map<String, Incident> gone = entries(told);
        for (Incidents.Group group : groups) {
            Incident incident = group.incident();
            Incident before = gone.remove(incident.incidentId());
            if (before == null || !before.equals(incident.emitted(false, before.version()))) {
                Incident next = incident.emitted(false, version);
                out.collect(next);
                told.put(next.incidentId(), next);
            }
        }
        for (Incident incident : gone.values()) {
            out.collect(incident.emitted(true, version));
            told.remove(incident.incidentId());
        }
    }

    private void tellMerges(List<Incidents.Group> groups, long version, Context context)
            throws Exception {
        Map<String, AppealEvent> gone = entries(merges);
        for (Incidents.Group group : groups) {
            for (AppealEvent merge : group.merges()) {
                AppealEvent before = gone.remove(merge.eventId());
                if (before == null || !before.equals(merge.emitted(false, before.version()))) {
                    AppealEvent next = merge.emitted(false, version);
                    context.output(MERGES, next);
                    merges.put(next.eventId(), next);
                }
            }
        }
        for (AppealEvent merge : gone.values()) {
            context.output(MERGES, merge.emitted(true, version));
            merges.remove(merge.eventId());
        }
    }

    private static <T> Map<String, T> entries(MapState<String, T> state) throws Exception {
        Map<String, T> entries = new HashMap<>();
        for (Map.Entry<String, T> entry : state.entries()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        return entries;
    }
}
