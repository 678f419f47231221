package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.text.Beginning;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Community;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.Urgency;
import io.otklik.schemas.WorkCalendar;

import java.time.Instant;
import java.util.function.Function;

/** Turns stories and their courses into the records that the topics carry. */
final class StoryRecords {

    /** So many characters of a text stand in an alert. */
    private static final int BEGINNING = 300;

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

    /** The appeal's state. */
    Appeal appeal(Story story, Course course, long version) {
        TrackedMessage message = story.message();
        Decision decision = story.decision();
        SlaPolicy policy = course.policy().policy();
        WorkCalendar calendar = course.policy().calendar();
        AnswersGiven.Given first = course.firstResponse();
        AnswersGiven.Given last = course.finalAnswer();
        return new Appeal(
                message.messageId(),
                threadId,
                communityId,
                page(Community::name),
                message.platform(),
                course.owner().agencyId(),
                course.owner().agencyName(),
                course.owner().reason(),
                page(Community::agencyId),
                page(Community::region),
                page(Community::municipality),
                page(Community::timeZone),
                message.url(),
                message.authorId(),
                story.text().text(),
                story.appealSince(),
                course.status(),
                decision.group(),
                decision.topic(),
                decision.groups().stream().map(GroupScore::group).toList(),
                decision.groups().stream().map(GroupScore::score).toList(),
                decision.urgency(),
                decision.place(),
                decision.reasons(),
                decision.needsAnswer(),
                decision.modelVersion(),
                policy.policyId(),
                policy.version(),
                calendar.calendarId(),
                calendar.version(),
                course.clockStart(),
                course.firstResponseDueAt(),
                course.answers(),
                first == null ? null : first.messageId(),
                first == null ? null : first.since(),
                course.firstResponseKind(),
                first == null ? null : first.reply().text(),
                first == null ? null : course.millis(first.since()),
                first == null ? null : course.businessMillis(first.since()),
                course.acknowledgedAt(),
                course.finalDueAt(),
                last == null ? null : last.messageId(),
                last == null ? null : last.at(),
                last == null ? null : last.reply().text(),
                last == null ? null : course.millis(last.at()),
                last == null ? null : course.businessMillis(last.at()),
                course.outcome(),
                course.template(),
                course.promisedUntil(),
                course.overdue().stream().map(Enum::name).toList(),
                course.firstBreachedAt(),
                course.finalBreachedAt(),
                course.level(),
                course.owner().legs(),
                course.reopened(),
                course.unofficial(),
                course.followUps(),
                course.closedAt(),
                course.updatedAt(),
                false,
                version);
    }

    /** What is sent of a message that turned out to be no appeal. */
    Appeal noAppeal(TrackedMessage message, long version) {
        return new Appeal(
                message.messageId(),
                threadId,
                communityId,
                null,
                message.platform(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                message.url(),
                message.authorId(),
                message.newestText(),
                message.publishedAt(),
                AppealStatus.WITHDRAWN,
                null,
                null,
                null,
                null,
                Urgency.NORMAL,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
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
                message.latest().at(),
                true,
                version);
    }

    /** The one thing that happened to a message that is no appeal. */
    Happening exclusion(Story story) {
        return new Happening(
                AppealEventType.EXCLUDED,
                story.messageId(),
                story.message().publishedAt(),
                null,
                0,
                null,
                null,
                null,
                null,
                reason(story));
    }

    /**
     * Something that happened to a message.
     *
     * @param course null for what is no appeal
     */
    AppealEvent event(Story story, Course course, Happening happening, long version) {
        SlaPolicy policy = course == null ? null : course.policy().policy();
        return new AppealEvent(
                eventId(
                        story.messageId(),
                        happening.type(),
                        happening.cause(),
                        happening.at().toEpochMilli(),
                        happening.metric(),
                        happening.level()),
                story.messageId(),
                threadId,
                communityId,
                happening.type(),
                happening.cause(),
                happening.at(),
                happening.metric(),
                happening.level() == 0 ? null : happening.level(),
                happening.dueAt(),
                course == null ? null : (Long) course.millis(happening.at()),
                course == null ? null : (Long) course.businessMillis(happening.at()),
                happening.agencyId(),
                happening.outcome(),
                happening.promisedUntil(),
                happening.reason(),
                policy == null ? null : policy.policyId(),
                policy == null ? null : (Integer) policy.version(),
                course == null ? null : (Integer) course.policy().calendar().version(),
                story.decision().modelVersion(),
                false,
                version);
    }

    /** An alert of an appeal. */
    Alert alert(Story story, Course course, Alarm alarm, long version) {
        String appealId = story.messageId();
        return new Alert(
                alertId(appealId, alarm),
                alarm.kind(),
                alarm.metric(),
                alarm.level(),
                course.owner().agencyId(),
                course.owner().agencyName(),
                appealId,
                communityId,
                page(Community::name),
                story.message().url(),
                story.decision().group(),
                story.decision().urgency(),
                Beginning.of(story.text().text(), BEGINNING),
                alarm.dueAt(),
                alarm.raisedAt(),
                alarm.clearedAt(),
                alarm.lateMillis(),
                false,
                version);
    }

    /** What was told and does not stand any more: as much of it as makes its id. */
    AppealEvent gone(String appealId, Emitted.Event event, long version) {
        String cause = event.causeMessageId() == null ? appealId : event.causeMessageId();
        return new AppealEvent(
                eventId(appealId, event.type(), cause, event.at(), event.metric(), event.level()),
                appealId,
                threadId,
                communityId,
                event.type(),
                cause,
                Instant.ofEpochMilli(event.at()),
                event.metric(),
                event.level() == 0 ? null : event.level(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                version);
    }

    /** What was raised and does not stand any more: as much of it as makes its id. */
    Alert gone(String appealId, Emitted.Alarm alarm, long version) {
        return new Alert(
                alertId(appealId, alarm),
                alarm.kind(),
                alarm.metric(),
                alarm.level(),
                null,
                null,
                appealId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.ofEpochMilli(alarm.raisedAt()),
                null,
                null,
                true,
                version);
    }

    private static String reason(Story story) {
        String reasons = String.join(" ", story.decision().reasons());
        return reasons.isEmpty() ? story.excludedBy() : story.excludedBy() + ' ' + reasons;
    }

    private static String eventId(
            String appealId,
            AppealEventType type,
            String cause,
            long at,
            SlaMetric metric,
            int level) {
        StringBuilder id =
                new StringBuilder(96)
                        .append(appealId)
                        .append('|')
                        .append(type)
                        .append('|')
                        .append(cause)
                        .append('|')
                        .append(at);
        if (metric != null) {
            id.append('|').append(metric);
        }
        if (level != 0) {
            id.append('|').append(level);
        }
        return id.toString();
    }

    private static String alertId(String appealId, Alarm alarm) {
        return alertId(appealId, alarm.metric(), alarm.kind(), alarm.level(), alarm.term());
    }

    private static String alertId(String appealId, Emitted.Alarm alarm) {
        return alertId(appealId, alarm.metric(), alarm.kind(), alarm.level(), alarm.term());
    }

    /** A miss of a later term is told like the first, and does not take its place. */
    private static String alertId(
            String appealId, SlaMetric metric, AlertKind kind, int level, long term) {
        String id = appealId + '|' + metric + '|' + kind;
        String levelled = level == 0 ? id : id + '|' + level;
        return term == 0 ? levelled : levelled + '@' + term;
    }

    private String page(Function<Community, String> field) {
        return community == null ? null : field.apply(community);
    }
}
