package io.otklik.jobs.appeals;

import io.otklik.language.RuleBook;
import io.otklik.language.RuleDecision;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits an {@link Appeal} each time the state of one changes, and each {@link AppealEvent} to the
 * side output {@link #EVENTS}, as soon as the fact that changes it arrives.
 *
 * <p>Keyed by thread. Messages may come in any order and more than once: the thread is told anew
 * from all that is known of it ({@link Conversation}) and only differences are emitted. A change in
 * the register is applied to the threads of its page that are already known.
 *
 * <p>State: one {@link TrackedMessage} a message and one {@link ThreadFacts} a thread. A message
 * goes when nothing happened to it for the retention time (processing time, so that a replay of old
 * messages does not outrun it), by the thread's only timer; with its last message goes the thread.
 * An answer to an appeal older than that is taken as an answer to nothing.
 */
public final class FollowAppeals
        extends KeyedBroadcastProcessFunction<String, Message, Community, Appeal>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /** What happened to residents' messages. */
    public static final OutputTag<AppealEvent> EVENTS =
            new OutputTag<>("appeal-events", TypeInformation.of(AppealEvent.class));

    /** The register, by {@code communityId}. */
    static final MapStateDescriptor<String, Community> REGISTER =
            new MapStateDescriptor<>("register", Types.STRING, TypeInformation.of(Community.class));

    static final MapStateDescriptor<String, TrackedMessage> MESSAGES =
            new MapStateDescriptor<>(
                    "messages", Types.STRING, TypeInformation.of(TrackedMessage.class));

    private static final ValueStateDescriptor<ThreadFacts> THREAD =
            new ValueStateDescriptor<>("thread", TypeInformation.of(ThreadFacts.class));

    private final Duration retention;

    private transient MapState<String, TrackedMessage> messages;
    private transient ValueState<ThreadFacts> thread;
    private transient RuleBook rules;

    /** Pages that have threads in state; after a restore any page may have. */
    private transient Set<String> seenCommunities;

    private transient boolean restored;
    private transient Counter duplicates;
    private transient Counter followed;

    /**
     * @param retention how long a message that nothing happens to stays in state
     */
    public FollowAppeals(Duration retention) {
        this.retention = retention;
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
        rules = RuleBook.bundled();
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateMessages");
        followed = getRuntimeContext().getMetricGroup().counter("messages");
    }

    @Override
    public void processElement(Message message, ReadOnlyContext context, Collector<Appeal> out)
            throws Exception {
        seenCommunities.add(message.communityId());
        followed.inc();
        long nowMillis = context.timerService().currentProcessingTime();
        TrackedMessage known = messages.get(message.messageId());
        TrackedMessage now = note(message, known, nowMillis);
        if (now == known) {
            duplicates.inc();
            return;
        }
        ThreadFacts facts = thread.value();
        if (facts == null) {
            facts = ThreadFacts.sweptAt(nowMillis + retention.toMillis());
            thread.update(facts);
            context.timerService().registerProcessingTimeTimer(facts.sweepAt());
        }
        Community community = context.getBroadcastState(REGISTER).get(message.communityId());
        Emission emission =
                new Emission(out::collect, event -> context.output(EVENTS, event), nowMillis);
        if (known == null && changesNobodyElse(now, facts, officials(community))) {
            StoryRecords records =
                    new StoryRecords(message.threadId(), message.communityId(), community);
            Emitted emitted = emission.tell(new Story(now), records);
            messages.put(message.messageId(), now.with(emitted, nowMillis));
        } else {
            messages.put(message.messageId(), now);
            retell(message.threadId(), message.communityId(), community, messages, emission);
        }
    }

    @Override
    public void processBroadcastElement(Community community, Context context, Collector<Appeal> out)
            throws Exception {
        Community known = context.getBroadcastState(REGISTER).get(community.communityId());
        if (known != null && known.updatedAt().isAfter(community.updatedAt())) {
            return;
        }
        context.getBroadcastState(REGISTER).put(community.communityId(), community);
        if (community.equals(known)
                || !restored && !seenCommunities.contains(community.communityId())) {
            return;
        }
        Emission emission =
                new Emission(
                        out::collect,
                        event -> context.output(EVENTS, event),
                        context.currentProcessingTime());
        context.applyToKeyedState(
                MESSAGES,
                (threadId, state) -> {
                    if (belongsTo(threadId, community.communityId())) {
                        retell(threadId, community.communityId(), community, state, emission);
                    }
                });
    }

    /** Forgets the messages to which nothing happened for the retention time. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Appeal> out)
            throws Exception {
        long longAgo = timestamp - retention.toMillis();
        long oldest = Long.MAX_VALUE;
        Iterator<Map.Entry<String, TrackedMessage>> all = messages.iterator();
        while (all.hasNext()) {
            long touchedAt = all.next().getValue().touchedAt();
            if (touchedAt <= longAgo) {
                all.remove();
            } else {
                oldest = Math.min(oldest, touchedAt);
            }
        }
        if (oldest == Long.MAX_VALUE) {
            messages.clear();
            thread.clear();
        } else {
            long next = oldest + retention.toMillis();
            thread.update(thread.value().sweptNextAt(next));
            context.timerService().registerProcessingTimeTimer(next);
        }
    }

    /** What is known of the message now; the very same object if it told nothing new. */
    private TrackedMessage note(Message message, TrackedMessage known, long nowMillis) {
        RuleDecision decision = null;
        if (message.authorKind() == AuthorKind.PERSON) {
            decision = rules.decide(message.text(), answersAResident(message));
        }
        MessageVersion version = MessageVersion.of(message, decision, rules.version());
        return known == null
                ? TrackedMessage.of(message, version, nowMillis)
                : known.with(message, version, nowMillis);
    }

    /**
     * Whether a message that is new can be told without its thread: a resident's, later than every
     * official message, for an answer is never earlier than what it answers. It spares most
     * messages the walk over their thread.
     */
    private static boolean changesNobodyElse(
            TrackedMessage message, ThreadFacts thread, Officials officials) {
        if (message.authorKind() != AuthorKind.PERSON || officials.wrote(message)) {
            return false;
        }
        return message.publishedAt().toEpochMilli() > thread.latestOfficial();
    }

    private static Officials officials(Community community) {
        return community == null ? Officials.UNREGISTERED : new Officials(community);
    }

    /** A reply under a comment, unless it addresses the page: talk between residents, likely. */
    private static boolean answersAResident(Message message) {
        return message.parentId() != null
                && !message.parentId().equals(message.threadId())
                && !message.communityId().equals(message.replyToAuthorId());
    }

    private void retell(
            String threadId,
            String communityId,
            Community community,
            MapState<String, TrackedMessage> messages,
            Emission emission)
            throws Exception {
        List<TrackedMessage> known = new ArrayList<>();
        for (Map.Entry<String, TrackedMessage> entry : messages.entries()) {
            known.add(entry.getValue());
        }
        Officials officials = officials(community);
        StoryRecords records = new StoryRecords(threadId, communityId, community);
        Conversation conversation = new Conversation(threadId, known, officials);
        for (Story story : conversation.stories()) {
            keep(messages, story, emission.tell(story, records), emission.nowMillis());
        }
        long latest = Long.MIN_VALUE;
        for (TrackedMessage official : conversation.officialMessages()) {
            latest = Math.max(latest, official.publishedAt().toEpochMilli());
            if (official.emitted().digest() != 0) {
                Story story = new Story(official);
                keep(messages, story, emission.retract(story, records), emission.nowMillis());
            }
        }
        thread.update(thread.value().withLatestOfficial(latest));
    }

    private static void keep(
            MapState<String, TrackedMessage> messages, Story story, Emitted emitted, long nowMillis)
            throws Exception {
        TrackedMessage message = story.message();
        if (emitted != message.emitted()) {
            messages.put(message.messageId(), message.with(emitted, nowMillis));
        }
    }

    private static boolean belongsTo(String threadId, String communityId) {
        return threadId.startsWith(communityId)
                && threadId.length() > communityId.length()
                && threadId.charAt(communityId.length()) == '_';
    }
}
