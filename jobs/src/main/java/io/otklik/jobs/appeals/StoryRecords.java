package io.otklik.jobs.appeals;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Community;
import io.otklik.schemas.Urgency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Turns a {@link Story} into the records that the topics carry; versions are set on emission. */
final class StoryRecords {

    private final String threadId;
    private final String communityId;
    private final Community community;

    /**
     * @param community the page's entry in the register; null if it has none
     */
    StoryRecords(String threadId, String communityId, Community community) {
        this.threadId = threadId;
        this.communityId = communityId;
        this.community = community;
    }

    /** The appeal's current state; null for a message that never was an appeal. */
    Appeal appeal(Story story) {
        if (story.appealSince() == null) {
            return null;
        }
        TrackedMessage message = story.message();
        MessageVersion text = story.appealText();
        Story.Answer first = story.firstAnswer();
        return new Appeal(
                message.messageId(),
                threadId,
                communityId,
                community == null ? null : community.name(),
                message.platform(),
                community == null ? null : community.agencyId(),
                community == null ? null : community.agencyName(),
                null,
                community == null ? null : community.agencyId(),
                community == null ? null : community.region(),
                community == null ? null : community.municipality(),
                community == null ? null : community.timeZone(),
                message.url(),
                message.authorId(),
                text.text(),
                story.appealSince(),
                story.status(),
                null,
                null,
                null,
                null,
                Urgency.NORMAL,
                null,
                text.reasons(),
                text.score(),
                text.rulesVersion(),
                null,
                null,
                null,
                null,
                null,
                null,
                story.answers(),
                first == null ? null : first.messageId(),
                first == null ? null : first.at(),
                null,
                first == null ? null : first.text(),
                first == null ? null : millis(story.appealSince(), first.at()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                story.updatedAt(),
                false,
                0);
    }

    /**
     * 64 bits over all that the records say, the same in every JVM (an enum's hash is not); not 0.
     */
    long digest(Story story) {
        long digest = community == null ? 1 : mix(2, community);
        for (MessageVersion version : story.message().versions()) {
            digest = mix(digest, version.at());
            digest = mix(digest, version.text());
            digest = mix(digest, version.rulesVersion());
        }
        for (Story.Happening happening : story.happenings()) {
            digest = mix(digest, happening.type().name());
            digest = mix(digest, happening.causeMessageId());
            digest = mix(digest, happening.at());
        }
        Story.Answer first = story.firstAnswer();
        digest = mix(digest, first == null ? null : first.text());
        digest = mix(digest, story.updatedAt());
        return digest == 0 ? 1 : digest;
    }

    private static long mix(long digest, Community community) {
        long mixed = mix(digest, community.name());
        mixed = mix(mixed, community.agencyId());
        mixed = mix(mixed, community.agencyName());
        mixed = mix(mixed, community.region());
        return mix(mixed, community.municipality());
    }

    private static long mix(long digest, Object part) {
        return digest * 0x9E3779B97F4A7C15L + Objects.hashCode(part);
    }

    /** The events of the story, in time order. */
    List<AppealEvent> events(Story story) {
        List<AppealEvent> events = new ArrayList<>();
        String appealId = story.message().messageId();
        for (Story.Happening happening : story.happenings()) {
            events.add(
                    new AppealEvent(
                            eventId(appealId, happening),
                            appealId,
                            threadId,
                            communityId,
                            happening.type(),
                            happening.causeMessageId(),
                            happening.at(),
                            null,
                            null,
                            null,
                            happening.type() == AppealEventType.EXCLUDED
                                    ? null
                                    : millis(story.appealSince(), happening.at()),
                            null,
                            null,
                            null,
                            null,
                            happening.reason(),
                            null,
                            null,
                            null,
                            happening.rulesVersion(),
                            false,
                            0));
        }
        return events;
    }

    private static String eventId(String appealId, Story.Happening happening) {
        return appealId
                + '|'
                + happening.type()
                + '|'
                + happening.causeMessageId()
                + '|'
                + happening.at().toEpochMilli();
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
