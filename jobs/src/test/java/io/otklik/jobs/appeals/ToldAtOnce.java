package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.servicelevel.ClockFacts;
import io.otklik.servicelevel.Deadlines;
import io.otklik.servicelevel.PageScope;
import io.otklik.servicelevel.files.Shipped;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole thread told once, from all its facts and up to its last fact: no state, no timers. */
public final class ToldAtOnce {

    private ToldAtOnce() {}

    /**
     * Where an appeal stands.
     *
     * @param responseMillis to the first answer that stands; null if there is none
     */
    public record Standing(AppealStatus status, Long responseMillis) {}

    /** Of each appeal among the messages of a thread, by its id. */
    public static Map<String, Standing> appeals(List<Message> messages, Community page) {
        Map<String, TrackedMessage> known = new LinkedHashMap<>();
        for (Message message : messages) {
            MessageVersion version = MessageVersion.of(message);
            known.merge(
                    message.messageId(),
                    TrackedMessage.of(message, version, 0),
                    (before, now) -> before.with(message, version, 0));
        }
        PageScope scope = PageScope.of(page);
        Conversation conversation =
                Conversation.of(
                        messages.get(0).threadId(),
                        known.values().stream().map(KeptMessage::of).toList(),
                        page == null ? Officials.UNREGISTERED : new Officials(page),
                        scope.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(scope.timeZone()),
                        Language.BUNDLED.interpreter(),
                        true);
        Map<String, Standing> appeals = new TreeMap<>();
        for (Story story : conversation.stories()) {
            if (story.isAppeal()) {
                appeals.put(story.messageId(), standing(story, scope));
            }
        }
        return appeals;
    }

    private static Standing standing(Story story, PageScope scope) {
        ClockFacts facts =
                new ClockFacts(story.appealSince(), story.detectedAt(), story.detectedAt());
        Deadlines policy = Shipped.policies().applying(scope, facts);
        Instant clockStart = policy.clockStart(facts);
        Owner owner = new Owner(scope.agencyId(), null, "page", clockStart);
        Course course =
                new Course(story, policy, clockStart, owner, text -> null).tell(Instant.MIN);
        AnswersGiven.Given first = course.firstResponse();
        return new Standing(course.status(), first == null ? null : course.millis(first.since()));
    }
}
