package io.otklik.jobs.appeals;

import io.otklik.language.Later;
import io.otklik.language.routing.Route;
import io.otklik.schemas.Community;
import io.otklik.schemas.TimeZones;
import io.otklik.servicelevel.ClockFacts;
import io.otklik.servicelevel.Deadlines;
import io.otklik.servicelevel.PageScope;
import io.otklik.servicelevel.Policies;
import org.apache.flink.api.common.state.MapState;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Tells stories of one thread by what is known of its page now, and keeps what was emitted. */
final class Telling {

    private final String threadId;
    private final Community community;
    private final Officials officials;
    private final PageScope page;
    private final Policies policies;
    private final Interpreter interpreter;
    private final Later<Agencies> agencies;
    private final Emission emission;
    private final StoryRecords records;

    /**
     * @param community the page's entry in the register; null if it has none
     */
    Telling(
            String threadId,
            String communityId,
            Community community,
            Policies policies,
            Interpreter interpreter,
            Later<Agencies> agencies,
            Emission emission) {
        this.threadId = threadId;
        this.community = community;
        this.officials = community == null ? Officials.UNREGISTERED : new Officials(community);
        this.page = PageScope.of(community);
        this.policies = policies;
        this.interpreter = interpreter;
        this.agencies = agencies;
        this.emission = emission;
        this.records = new StoryRecords(threadId, communityId, community);
    }

    Conversation newConversation() {
        return new Conversation(threadId, officials, zone(), interpreter);
    }

    /**
     * The thread, from all that state has of it.
     *
     * @param anew see {@link Conversation#of}
     */
    Conversation read(MapState<String, KeptMessage> messages, boolean anew) throws Exception {
        return Conversation.of(threadId, messages.values(), officials, zone(), interpreter, anew);
    }

    /**
     * Tells the stories of a thread that was read from state.
     *
     * @param anew whether the register, the policies or the calendars may have changed since they
     *     were told; else those stand of which the facts are the same, and no clock tells more
     */
    void tellAll(
            Conversation conversation,
            MapState<String, KeptMessage> messages,
            long until,
            boolean anew)
            throws Exception {
        Map<String, TrackedMessage> changed = conversation.takeHeardAnew();
        for (TrackedMessage official : conversation.mistaken()) {
            changed.put(
                    official.messageId(),
                    official.with(emission.retract(official, records), emission.nowMillis()));
        }
        for (Story story : conversation.stories()) {
            Emitted emitted = story.message().emitted();
            boolean stands =
                    !anew
                            && emitted.standsUntil(until)
                            && (!conversation.isDoubtful() || facts(story) == emitted.facts());
            if (stands) {
                conversation.told(story, emitted.next());
            } else {
                tell(conversation, story, changed, until);
            }
        }
        keep(changed, conversation, messages);
        conversation.stories().forEach(Story::rest);
    }

    /** Tells some stories of a thread. */
    void tell(
            Conversation conversation,
            Collection<Story> stories,
            MapState<String, KeptMessage> messages,
            long until)
            throws Exception {
        Map<String, TrackedMessage> changed = conversation.takeHeardAnew();
        for (Story story : stories) {
            tell(conversation, story, changed, until);
        }
        keep(changed, conversation, messages);
        stories.forEach(Story::rest);
    }

    private static void keep(
            Map<String, TrackedMessage> changed,
            Conversation conversation,
            MapState<String, KeptMessage> messages)
            throws Exception {
        for (Map.Entry<String, TrackedMessage> message : changed.entrySet()) {
            KeptMessage kept = KeptMessage.of(message.getValue());
            messages.put(message.getKey(), kept);
            conversation.keep(message.getKey(), kept);
        }
    }

    private void tell(
            Conversation conversation,
            Story story,
            Map<String, TrackedMessage> changed,
            long until) {
        Course course = story.isAppeal() ? course(story, until) : null;
        Instant clock = course == null ? null : course.next();
        long next = clock == null ? Long.MAX_VALUE : clock.toEpochMilli();
        TrackedMessage before = story.message();
        Emitted emitted = emission.tell(story, course, records);
        Emitted now = emitted.by(facts(story), next);
        TrackedMessage kept =
                emitted == before.emitted()
                        ? before.told(now)
                        : before.with(now, emission.nowMillis());
        if (kept != before) {
            changed.put(kept.messageId(), kept);
            story.now(kept);
        }
        conversation.told(story, next);
    }

    /** The story's own facts, and by which table its owner was found. */
    private long facts(Story story) {
        return story.facts() ^ interpreter.routedBy();
    }

    private Course course(Story story, long until) {
        // Who left the register owes what was written till then, and nothing that came later.
        boolean left = community != null && community.leftBy(story.appealSince());
        Community entry = left ? null : community;
        PageScope page = left ? this.page.ofNobody() : this.page;
        Route route = entry == null ? null : interpreter.route(story.decision(), entry);
        String agencyId = route == null ? page.agencyId() : route.agencyId();
        String reason = route == null ? "page" : route.reason();
        ClockFacts facts =
                new ClockFacts(
                        story.appealSince(),
                        story.detectedAt(),
                        agencyId == null ? null : story.detectedAt());
        Deadlines policy = policies.applying(page, facts);
        Instant clockStart = policy.clockStart(facts);
        Owner owner =
                new Owner(
                        agencyId,
                        route == null ? agencyName(entry) : route.agencyName(),
                        agencyId == null ? null : reason,
                        clockStart);
        return new Course(
                        story,
                        policy,
                        clockStart,
                        owner,
                        text -> agencies.get().named(text, page(Community::municipality)))
                .tell(Instant.ofEpochMilli(until));
    }

    private static String agencyName(Community entry) {
        return entry == null ? null : entry.agencyName();
    }

    private String page(Function<Community, String> field) {
        return community == null ? null : field.apply(community);
    }

    private ZoneId zone() {
        return TimeZones.named(page.timeZone()).orElse(ZoneOffset.UTC);
    }
}
