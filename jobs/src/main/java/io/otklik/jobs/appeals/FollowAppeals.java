package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.RuleBook;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
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
 * <p>State: one {@link TrackedMessage} a message, which goes when it was not written for the
 * retention time (processing time, so that a replay of old messages does not outrun it); no timers.
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

    private final Duration retention;

    private transient MapStateDescriptor<String, TrackedMessage> messagesDescriptor;
    private transient MapState<String, TrackedMessage> messages;
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
        messagesDescriptor = messagesDescriptor(retention);
        messages = getRuntimeContext().getMapState(messagesDescriptor);
        rules = RuleBook.bundled();
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateMessages");
        followed = getRuntimeContext().getMetricGroup().counter("messages");
    }

    static MapStateDescriptor<String, TrackedMessage> messagesDescriptor(Duration retention) {
        MapStateDescriptor<String, TrackedMessage> descriptor =
                new MapStateDescriptor<>(
                        "messages", Types.STRING, TypeInformation.of(TrackedMessage.class));
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(retention)
                        .updateTtlOnCreateAndWrite()
                        .neverReturnExpired()
                        .build());
        return descriptor;
    }

    @Override
    public void processElement(Message message, ReadOnlyContext context, Collector<Appeal> out)
            throws Exception {
        seenCommunities.add(message.communityId());
        followed.inc();
        if (!note(message)) {
            duplicates.inc();
            return;
        }
        Community community = context.getBroadcastState(REGISTER).get(message.communityId());
        retell(
                message.threadId(),
                message.communityId(),
                community,
                messages,
                new Emission(
                        out::collect,
                        event -> context.output(EVENTS, event),
                        context.currentProcessingTime()));
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
                messagesDescriptor,
                (threadId, state) -> {
                    if (belongsTo(threadId, community.communityId())) {
                        retell(threadId, community.communityId(), community, state, emission);
                    }
                });
    }

    /** Whether the message told something new. */
    private boolean note(Message message) throws Exception {
        Decision decision = null;
        if (message.authorKind() == AuthorKind.PERSON) {
            decision = rules.decide(message.text(), answersAResident(message));
        }
        MessageVersion version = MessageVersion.of(message, decision, rules.version());
        TrackedMessage known = messages.get(message.messageId());
        TrackedMessage now =
                known == null ? TrackedMessage.of(message, version) : known.with(message, version);
        if (now == known) {
            return false;
        }
        messages.put(message.messageId(), now);
        return true;
    }

    /** A reply under a comment, unless it addresses the page: talk between residents, likely. */
    private static boolean answersAResident(Message message) {
        return message.parentId() != null
                && !message.parentId().equals(message.threadId())
                && !message.communityId().equals(message.replyToAuthorId());
    }

    private static void retell(
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
        Officials officials = community == null ? Officials.UNREGISTERED : new Officials(community);
        StoryRecords records = new StoryRecords(threadId, communityId, community);
        Conversation conversation = new Conversation(threadId, known, officials);
        for (Story story : conversation.stories()) {
            keep(messages, story, emission.tell(story, records));
        }
        for (TrackedMessage official : conversation.officialMessages()) {
            if (official.emitted().digest() != 0) {
                Story story = new Story(official);
                keep(messages, story, emission.retract(story, records));
            }
        }
    }

    private static void keep(
            MapState<String, TrackedMessage> messages, Story story, Emitted emitted)
            throws Exception {
        TrackedMessage message = story.message();
        if (emitted != message.emitted()) {
            messages.put(message.messageId(), message.with(emitted));
        }
    }

    private static boolean belongsTo(String threadId, String communityId) {
        return threadId.startsWith(communityId)
                && threadId.length() > communityId.length()
                && threadId.charAt(communityId.length()) == '_';
    }
}
