package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Incident;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/** The two operators of the job, one after the other, and what stands of their output. */
final class IncidentsHarness implements AutoCloseable {

    private KeyedOneInputStreamOperatorTestHarness<String, Appeal, PlacedAppeal> place;
    private KeyedOneInputStreamOperatorTestHarness<String, PlacedAppeal, Incident> join;
    private final Map<String, Incident> standing = new TreeMap<>();
    private final Map<String, AppealEvent> merges = new TreeMap<>();
    private long clock = 1_000;

    IncidentsHarness(IncidentTimes times) throws Exception {
        open(times, null, null);
    }

    /** Takes a snapshot and goes on in new operators, with other times. */
    void restart(IncidentTimes times) throws Exception {
        OperatorSubtaskState placed = place.snapshot(1, clock);
        OperatorSubtaskState joined = join.snapshot(1, clock);
        close();
        open(times, placed, joined);
    }

    private void open(IncidentTimes times, OperatorSubtaskState placed, OperatorSubtaskState joined)
            throws Exception {
        place =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new PlaceAppeals(times.retention())),
                        Appeal::appealId,
                        Types.STRING);
        join =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new JoinAppeals(times)),
                        PlacedAppeal::problem,
                        Types.STRING);
        if (placed != null) {
            place.initializeState(placed);
            join.initializeState(joined);
        }
        place.open();
        join.open();
        pass(Duration.ZERO);
    }

    void take(Appeal appeal) throws Exception {
        place.processElement(new StreamRecord<>(appeal));
        for (PlacedAppeal placed : drain(place)) {
            join.processElement(new StreamRecord<>(placed));
        }
        collect();
    }

    private void collect() {
        for (Incident incident : drain(join)) {
            Incident before = standing.get(incident.incidentId());
            if (before != null && before.version() >= incident.version()) {
                throw new AssertionError(incident + " does not supersede " + before);
            }
            standing.put(incident.incidentId(), incident);
        }
        Queue<StreamRecord<AppealEvent>> events = join.getSideOutput(JoinAppeals.MERGES);
        while (events != null && !events.isEmpty()) {
            AppealEvent event = events.remove().getValue();
            merges.put(event.eventId(), event);
        }
    }

    /** Incidents that stand, in time, without their versions. */
    List<Incident> incidents() {
        return standing.values().stream()
                .filter(incident -> !incident.retracted())
                .map(incident -> incident.emitted(false, 0))
                .sorted(
                        Comparator.comparing(Incident::firstAt)
                                .thenComparing(incident -> incident.members().get(0)))
                .toList();
    }

    /** The first appeal of the incident that an incident repeats; null if none. */
    String repeated(Incident incident) {
        return incident.repeatOf() == null
                ? null
                : standing.get(incident.repeatOf()).members().get(0);
    }

    /** Merges that stand: appeal into incident. */
    List<String> merges() {
        return merges.values().stream()
                .filter(event -> !event.retracted())
                .map(event -> event.appealId() + " into " + event.causeMessageId())
                .sorted()
                .toList();
    }

    int rows() {
        return standing.size();
    }

    void pass(Duration time) throws Exception {
        clock += time.toMillis();
        place.setProcessingTime(clock);
        join.setProcessingTime(clock);
        collect();
    }

    int timers() {
        return place.numProcessingTimeTimers() + join.numProcessingTimeTimers();
    }

    int stateEntries() {
        return place.numKeyedStateEntries() + join.numKeyedStateEntries();
    }

    /** Appeals of one problem in state: a map counts as one of the {@link #stateEntries()}. */
    int appealsOf(String problem) throws Exception {
        KeyedStateBackend<String> state =
                ((AbstractStreamOperator<Incident>) join.getOperator()).getKeyedStateBackend();
        state.setCurrentKey(problem);
        MapState<String, PlacedAppeal> appeals =
                state.getPartitionedState(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        new MapStateDescriptor<>(
                                "appeals", Types.STRING, TypeInformation.of(PlacedAppeal.class)));
        int count = 0;
        for (String ignored : appeals.keys()) {
            count++;
        }
        return count;
    }

    private static <T> List<T> drain(KeyedOneInputStreamOperatorTestHarness<?, ?, T> harness) {
        List<T> values = new ArrayList<>(harness.extractOutputValues());
        harness.getOutput().clear();
        return values;
    }

    @Override
    public void close() throws Exception {
        place.close();
        join.close();
    }
}
