package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.function.SerializableSupplier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link FollowAppeals} in Flink's own operator harness; keeps the latest version of each output.
 */
final class AppealsHarness implements AutoCloseable {

    private final Duration retention;
    private final Instant end;
    private final SerializableSupplier<Interpreter> language;
    private KeyedTwoInputStreamOperatorTestHarness<String, Message, Reference, Appeal> harness;
    private final Map<String, Appeal> appeals = new HashMap<>();
    private final Map<String, AppealEvent> events = new HashMap<>();
    private final Map<String, Alert> alerts = new HashMap<>();
    private int emissions;
    private long clock = 1;

    /** With the language that comes with the jobs. */
    AppealsHarness(Duration retention) throws Exception {
        this(retention, null, Language.BUNDLED::interpreter);
    }

    /** With texts that are labels. */
    static AppealsHarness ofLabels() throws Exception {
        return new AppealsHarness(Duration.ofDays(90), null, Labels::new);
    }

    AppealsHarness(Duration retention, Instant end, SerializableSupplier<Interpreter> language)
            throws Exception {
        this.retention = retention;
        this.end = end;
        this.language = language;
        open(null);
    }

    /** Event time passes. */
    void watermark(Instant instant) throws Exception {
        harness.processBothWatermarks(new Watermark(instant.toEpochMilli()));
        collect();
    }

    /** The input of a bounded run ends. */
    void endOfInput() throws Exception {
        harness.processBothWatermarks(Watermark.MAX_WATERMARK);
        collect();
    }

    /** Every alert that stands. */
    List<Alert> alerts() {
        return alerts.values().stream()
                .filter(alert -> !alert.retracted())
                .sorted(Comparator.comparing(Alert::raisedAt).thenComparing(Alert::alertId))
                .toList();
    }

    Alert alert(String alertId) {
        return alerts().stream()
                .filter(alert -> alert.alertId().equals(alertId))
                .findFirst()
                .orElse(null);
    }

    void process(Object... facts) throws Exception {
        for (Object fact : facts) {
            if (fact instanceof Message message) {
                harness.processElement1(
                        new StreamRecord<>(message, message.changedAt().toEpochMilli()));
            } else {
                harness.processElement2(new StreamRecord<>(reference(fact)));
                // As before a checkpoint, so that a test sees what the change makes.
                harness.getOperator().prepareSnapshotPreBarrier(0);
            }
            collect();
        }
    }

    /** References that come one soon after the other; nothing is told by them yet. */
    void gather(Object... facts) throws Exception {
        for (Object fact : facts) {
            harness.processElement2(new StreamRecord<>(reference(fact)));
            collect();
        }
    }

    private static Reference reference(Object fact) {
        if (fact instanceof SlaPolicy policy) {
            return Reference.of(policy);
        }
        if (fact instanceof RuleBookVersion rules) {
            return Reference.of(rules);
        }
        return fact instanceof WorkCalendar calendar
                ? Reference.of(calendar)
                : Reference.of((Community) fact);
    }

    /** The current state of every appeal that stands. */
    Map<String, Appeal> appeals() {
        Map<String, Appeal> standing = new HashMap<>(appeals);
        standing.values().removeIf(Appeal::retracted);
        return standing;
    }

    Appeal appeal(String appealId) {
        return appeals().get(appealId);
    }

    /** Every event that stands, in time order. */
    List<AppealEvent> events() {
        return events.values().stream()
                .filter(event -> !event.retracted())
                .sorted(
                        Comparator.comparing(AppealEvent::at)
                                .thenComparing(AppealEvent::type)
                                .thenComparing(AppealEvent::eventId))
                .toList();
    }

    List<AppealEvent> events(String appealId) {
        return events().stream().filter(event -> event.appealId().equals(appealId)).toList();
    }

    /** What happened to an appeal, but who owes it and which terms run. */
    List<AppealEventType> eventTypes(String appealId) {
        return events(appealId).stream()
                .map(AppealEvent::type)
                .filter(type -> type != AppealEventType.SLA_APPLIED)
                .filter(type -> type != AppealEventType.ROUTED)
                .toList();
    }

    int emissions() {
        return emissions;
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    /** Lets processing time pass. */
    void pass(Duration duration) throws Exception {
        clock += duration.toMillis();
        harness.setProcessingTime(clock);
        collect();
    }

    /** Messages of a thread that state still gives. */
    int liveMessages(String threadId) throws Exception {
        KeyedStateBackend<String> keyed = harness.getOperator().getKeyedStateBackend();
        keyed.setCurrentKey(threadId);
        MapState<String, KeptMessage> state =
                keyed.getPartitionedState(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        FollowAppeals.MESSAGES);
        List<String> ids = new ArrayList<>();
        state.keys().forEach(ids::add);
        return ids.size();
    }

    /** Takes a snapshot and goes on in a new operator. */
    void restart() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, clock);
        harness.close();
        open(snapshot);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    private void open(OperatorSubtaskState snapshot) throws Exception {
        harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new FollowAppealsOperator(new FollowAppeals(retention, end, language)),
                        Message::threadId,
                        null,
                        Types.STRING);
        harness.setup(
                TypeInformation.of(Appeal.class)
                        .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
        harness.setProcessingTime(clock);
    }

    private void collect() {
        harness.getOutput().stream()
                .filter(StreamRecord.class::isInstance)
                .map(record -> (Appeal) ((StreamRecord<?>) record).getValue())
                .forEach(
                        appeal -> {
                            appeals.merge(appeal.appealId(), appeal, AppealsHarness::newer);
                            emissions++;
                        });
        harness.getOutput().clear();
        collectAlerts();
        var side = harness.getSideOutput(FollowAppeals.EVENTS);
        if (side != null) {
            side.forEach(
                    record -> {
                        AppealEvent event = record.getValue();
                        events.merge(
                                event.eventId(),
                                event,
                                (old, now) -> now.version() >= old.version() ? now : old);
                        emissions++;
                    });
            side.clear();
        }
    }

    private void collectAlerts() {
        var side = harness.getSideOutput(FollowAppeals.ALERTS);
        if (side != null) {
            side.forEach(
                    record -> {
                        Alert alert = record.getValue();
                        alerts.merge(
                                alert.alertId(),
                                alert,
                                (old, now) -> now.version() >= old.version() ? now : old);
                        emissions++;
                    });
            side.clear();
        }
    }

    private static Appeal newer(Appeal old, Appeal now) {
        return now.version() >= old.version() ? now : old;
    }
}
