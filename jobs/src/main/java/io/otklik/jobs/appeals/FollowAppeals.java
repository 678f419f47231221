package io.otklik.jobs.appeals;

import io.otklik.jobs.runtime.BookInForce;
import io.otklik.jobs.runtime.TimerGrid;
import io.otklik.language.rules.ReadRuleBook;
import io.otklik.language.rules.RuleBookYaml;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.Policies;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Emits an {@link Appeal} each time the state of one changes, each {@link AppealEvent} to the side
 * output {@link #EVENTS} and each {@link Alert} to {@link #ALERTS}, as soon as the fact arrives or
 * the deadline passes that changes it.
 *
 * <p>Keyed by thread. Messages may come in any order and more than once: the thread is told anew
 * from all that is known of it ({@link Conversation}, {@link Course}), up to the instant that the
 * watermark has reached, and only differences are emitted. A change in the register, the policies
 * or the calendars is applied to the threads that are already known, and to their timers, before
 * the next watermark ({@link FollowAppealsOperator}).
 *
 * <p>Time: deadlines are events at computed instants of event time; the thread's one event-time
 * timer stands at the next of them and only tells the story again. The instant up to which a thread
 * was told is state, so that after a restart, while there is no watermark yet, nothing is taken
 * back. The last watermark of a bounded run ends no term beyond the given {@code end}.
 *
 * <p>State: one {@link TrackedMessage} a message, with what it was heard to be, and one {@link
 * ThreadFacts} a thread. A message goes when nothing happened for the retention time (processing
 * time, so that a replay of old messages does not outrun it) to what it is told with ({@link
 * Strands}), by the thread's processing-time timer; with its last message go the thread and its
 * timers. An answer to an appeal older than that is taken as an answer to nothing. Threads told
 * last are kept ready outside of state ({@link Conversations}).
 */
public final class FollowAppeals
        extends KeyedBroadcastProcessFunction<String, Message, Reference, Appeal>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /** What happened to residents' messages. */
    public static final OutputTag<AppealEvent> EVENTS =
            new OutputTag<>("appeal-events", TypeInformation.of(AppealEvent.class));

    /** What an officer must look at. */
    public static final OutputTag<Alert> ALERTS =
            new OutputTag<>("alerts", TypeInformation.of(Alert.class));

    /** The register, by {@code communityId}. */
    static final MapStateDescriptor<String, Community> REGISTER =
            new MapStateDescriptor<>("register", Types.STRING, TypeInformation.of(Community.class));

    /** Policies, by their version's id. */
    static final MapStateDescriptor<String, SlaPolicy> POLICIES =
            new MapStateDescriptor<>("policies", Types.STRING, TypeInformation.of(SlaPolicy.class));

    /** Calendars, by their version's id. */
    static final MapStateDescriptor<String, WorkCalendar> CALENDARS =
            new MapStateDescriptor<>(
                    "calendars", Types.STRING, TypeInformation.of(WorkCalendar.class));

    /** Rule books, by their id. */
    static final MapStateDescriptor<String, RuleBookVersion> RULES =
            new MapStateDescriptor<>(
                    "rules", Types.STRING, TypeInformation.of(RuleBookVersion.class));

    static final MapStateDescriptor<String, KeptMessage> MESSAGES =
            new MapStateDescriptor<>(
                    "messages", StringSerializer.INSTANCE, TrackedMessageSerializer.INSTANCE);

    private static final ValueStateDescriptor<ThreadFacts> THREAD =
            new ValueStateDescriptor<>("thread", TypeInformation.of(ThreadFacts.class));

    /** Some two kilobytes each, beside what state holds of them. */
    private static final int MOST_MESSAGES_READY = 100_000;

    private static final long MOST_SWEEP_STEP = Duration.ofHours(1).toMillis();

    private final Duration retention;
    private final long end;
    private final SerializableSupplier<Interpreter> language;

    private transient MapState<String, KeptMessage> messages;
    private transient ValueState<ThreadFacts> thread;
    private transient Interpreter interpreter;
    private transient Conversations conversations;
    private transient ReferenceData references;
    private transient BookInForce rules;

    /** The operator's timers, of whichever thread it is at. */
    private transient TimerService timers;

    /** Pages that have threads in state; after a restore any page may have. */
    private transient Set<String> seenCommunities;

    private transient boolean restored;

    /** By which threads are yet to be told. */
    private transient Changes changes;

    private transient Counter duplicates;
    private transient Counter followed;
    private transient DecisionMetrics decisions;

    /**
     * @param language what reads the texts
     * @param retention how long a message that nothing happens to stays in state
     * @param end up to when terms end though the input ends before, for a bounded run; null: none
     */
    public FollowAppeals(Language language, Duration retention, Instant end) {
        this(retention, end, language::interpreter);
    }

    FollowAppeals(Duration retention, Instant end, SerializableSupplier<Interpreter> language) {
        this.retention = retention;
        this.language = language;
        this.end = end == null ? Long.MIN_VALUE : end.toEpochMilli();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        restored = context.isRestored();
        seenCommunities = new HashSet<>();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) {
        messages = getRuntimeContext().getMapState(MESSAGES);
        thread = getRuntimeContext().getState(THREAD);
        interpreter = language.get();
        conversations = new Conversations(MOST_MESSAGES_READY);
        changes = new Changes();
        references = new ReferenceData(() -> interpreter.agencies());
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateMessages");
        followed = getRuntimeContext().getMetricGroup().counter("messages");
        rules =
                new BookInForce(
                        RuleBookVersion.MESSAGES,
                        this::accept,
                        getRuntimeContext().getMetricGroup().counter("refusedRuleBooks"));
        decisions =
                new DecisionMetrics(
                        getRuntimeContext().getMetricGroup(), () -> interpreter.expectedScores());
    }

    /** Gives it the operator's timers, after {@link #open}. */
    void use(TimerService timers) {
        this.timers = timers;
    }

    @Override
    public void processElement(Message message, ReadOnlyContext context, Collector<Appeal> out)
            throws Exception {
        rules.restore(context.getBroadcastState(RULES));
        followed.inc();
        long nowMillis = timers.currentProcessingTime();
        KeptMessage kept = messages.get(message.messageId());
        TrackedMessage known = kept == null ? null : kept.read();
        TrackedMessage now = note(message, known, nowMillis);
        if (now == known) {
            duplicates.inc();
            return;
        }
        ThreadFacts facts = thread.value();
        boolean first = facts == null;
        if (first) {
            facts = ThreadFacts.sweptAt(message.communityId(), sweepAfter(nowMillis));
            timers.registerProcessingTimeTimer(facts.sweepAt());
            thread.update(facts);
            seenCommunities.add(facts.page(message.threadId()));
        }
        if (now.publishedAt() == null) {
            messages.put(message.messageId(), KeptMessage.of(now));
            return;
        }
        Telling telling =
                telling(
                        message.threadId(),
                        facts.page(message.threadId()),
                        context.getBroadcastState(REGISTER),
                        policies(context),
                        emission(out, context::output, nowMillis));
        long until = Math.max(facts.toldUntil(), watermark());
        boolean isNew = known == null && facts.nextAt() > until;
        Conversation conversation = isNew ? ready(message.threadId(), first, telling, until) : null;
        if (conversation != null && conversation.isNext(now)) {
            Collection<Story> touched = conversation.add(now);
            conversations.grown();
            count(touched, message.messageId());
            telling.tell(conversation, touched, messages, until);
        } else {
            messages.put(message.messageId(), KeptMessage.of(now));
            conversation = telling.read(messages, false);
            conversations.put(message.threadId(), conversation);
            count(known == null ? conversation.stories() : List.of(), message.messageId());
            telling.tellAll(conversation, messages, until, false);
        }
        stand(facts, until, conversation.next());
    }

    /** The thread as it is known: at hand, else told from state up to that instant. */
    private Conversation ready(String threadId, boolean begins, Telling telling, long until)
            throws Exception {
        Conversation conversation = conversations.get(threadId);
        if (conversation == null && begins) {
            conversation = telling.newConversation();
            conversations.put(threadId, conversation);
        } else if (conversation == null) {
            conversation = telling.read(messages, false);
            conversations.put(threadId, conversation);
            telling.tellAll(conversation, messages, until, false);
        }
        return conversation;
    }

    @Override
    public void processBroadcastElement(Reference reference, Context context, Collector<Appeal> out)
            throws Exception {
        rules.restore(context.getBroadcastState(RULES));
        if (reference.rules() != null) {
            rules.take(reference.rules(), context.getBroadcastState(RULES));
            return;
        }
        String changedPage = take(reference, context);
        if (changedPage != null) {
            conversations.clear();
            changes.note(
                    changedPage,
                    context.getBroadcastState(REGISTER),
                    references.policies(
                            context.getBroadcastState(POLICIES),
                            context.getBroadcastState(CALENDARS)));
        }
    }

    /**
     * Tells the threads anew that changes of the register, the policies or the calendars since the
     * last call concern. An import of a thousand pages is one walk over the threads; the operator
     * calls before each watermark, and before each checkpoint, so that state never holds a register
     * by which threads were not told.
     */
    void applyChanges(KeyedStateBackend<String> threads, Collector<Appeal> out, SideOutput side)
            throws Exception {
        if (changes.isEmpty()) {
            return;
        }
        Changes taken = changes;
        changes = new Changes();
        if (!restored && !taken.concernsAny(seenCommunities)) {
            return;
        }
        Emission emission = emission(out, side, timers.currentProcessingTime());
        threads.applyToAllKeys(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                MESSAGES,
                (threadId, state) -> {
                    ThreadFacts facts = thread.value();
                    String page = facts.page(threadId);
                    seenCommunities.add(page);
                    if (taken.concerns(page)) {
                        // One at hand may have been read since, with the terms of before.
                        conversations.forget(threadId);
                        Telling telling =
                                telling(
                                        threadId,
                                        page,
                                        taken.register(),
                                        taken.policies(),
                                        emission);
                        Conversation conversation = telling.read(state, taken.ofPage(page));
                        telling.tellAll(conversation, state, facts.toldUntil(), true);
                        stand(facts, facts.toldUntil(), conversation.next());
                    }
                });
        restored = false;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Appeal> out)
            throws Exception {
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            sweep(timestamp, context.getCurrentKey());
            return;
        }
        rules.restore(context.getBroadcastState(RULES));
        ThreadFacts facts = thread.value();
        long until = watermark();
        if (facts == null || timestamp > until) {
            return;
        }
        String threadId = context.getCurrentKey();
        Telling telling =
                telling(
                        threadId,
                        facts.page(threadId),
                        context.getBroadcastState(REGISTER),
                        policies(context),
                        emission(out, context::output, timers.currentProcessingTime()));
        Conversation conversation = conversations.get(threadId);
        until = Math.max(facts.toldUntil(), until);
        if (conversation == null) {
            conversation = telling.read(messages, false);
            conversations.put(threadId, conversation);
            telling.tellAll(conversation, messages, until, false);
        } else {
            telling.tell(conversation, conversation.due(until), messages, until);
        }
        stand(facts, until, conversation.next());
    }

    /** How far event time is; of the end of a bounded run, as far as was asked for. */
    private long watermark() {
        long watermark = timers.currentWatermark();
        return watermark == Long.MAX_VALUE ? end : watermark;
    }

    /**
     * @param next when the thread's clocks tell something by themselves
     */
    private void stand(ThreadFacts facts, long until, long next) throws Exception {
        if (next != facts.nextAt()) {
            if (facts.nextAt() != Long.MAX_VALUE) {
                timers.deleteEventTimeTimer(facts.nextAt());
            }
            if (next != Long.MAX_VALUE) {
                timers.registerEventTimeTimer(next);
            }
        }
        if (next != facts.nextAt() || until != facts.toldUntil()) {
            thread.update(facts.told(until, next));
        }
    }

    /** Forgets the strands to which nothing happened for the retention time. */
    private void sweep(long timestamp, String threadId) throws Exception {
        conversations.forget(threadId);
        long oldest = Strands.forget(threadId, messages, timestamp - retention.toMillis());
        ThreadFacts facts = thread.value();
        if (oldest == Long.MAX_VALUE) {
            messages.clear();
            thread.clear();
            if (facts.nextAt() != Long.MAX_VALUE) {
                timers.deleteEventTimeTimer(facts.nextAt());
            }
        } else {
            long next = sweepAfter(oldest);
            thread.update(facts.sweptNextAt(next));
            timers.registerProcessingTimeTimer(next);
        }
    }

    /** A thread is read whole for a sweep: not at the instant of each strand, but of many. */
    private long sweepAfter(long touchedAt) {
        long step = Math.min(MOST_SWEEP_STEP, Math.max(1, retention.toMillis() / 100));
        return TimerGrid.nextMultiple(touchedAt + retention.toMillis(), step);
    }

    /** What is known of the message now; the very same object if it told nothing new. */
    private static TrackedMessage note(Message message, TrackedMessage known, long nowMillis) {
        MessageVersion version = MessageVersion.of(message);
        return known == null
                ? TrackedMessage.of(message, version, nowMillis)
                : known.with(message, version, nowMillis);
    }

    /** The page whose threads it concerns, or {@link Changes#OF_ALL}; null: none. */
    private String take(Reference reference, Context context) throws Exception {
        if (reference.community() != null) {
            return references.take(
                    reference.community(), context.getBroadcastState(REGISTER), changes);
        }
        boolean changed =
                reference.policy() != null
                        ? references.take(reference.policy(), context.getBroadcastState(POLICIES))
                        : references.take(
                                reference.calendar(), context.getBroadcastState(CALENDARS));
        return changed ? Changes.OF_ALL : null;
    }

    /** Threads are told by the new book from the next time that they are told. */
    private boolean accept(RuleBookVersion version) {
        ReadRuleBook read = RuleBookYaml.read(version.yaml());
        if (read.accepted()) {
            interpreter.take(read.book(), version.yaml());
            conversations.clear();
        }
        return read.accepted();
    }

    private Policies policies(ReadOnlyContext context) throws Exception {
        return references.policies(
                context.getBroadcastState(POLICIES), context.getBroadcastState(CALENDARS));
    }

    private Emission emission(Collector<Appeal> out, SideOutput side, long nowMillis) {
        return new Emission(
                out::collect,
                event -> side.output(EVENTS, event),
                alert -> side.output(ALERTS, alert),
                nowMillis);
    }

    private Telling telling(
            String threadId,
            String communityId,
            ReadOnlyBroadcastState<String, Community> register,
            Policies policies,
            Emission emission)
            throws Exception {
        return new Telling(
                threadId,
                communityId,
                register.get(communityId),
                policies,
                interpreter,
                references.agencies(register),
                emission);
    }

    private void count(Collection<Story> stories, String messageId) {
        for (Story story : stories) {
            if (story.messageId().equals(messageId)) {
                decisions.decided(story.decision());
                return;
            }
        }
    }

    /** The side outputs, wherever a fact comes from. */
    interface SideOutput {
        <X> void output(OutputTag<X> tag, X value);
    }
}
