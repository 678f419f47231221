package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.schemas.AgencyLeg;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.SlaPolicy;

import java.util.List;

/**
 * What a record, or what it is made from, says besides its id and version, as one number: equal
 * ones are not told again.
 */
final class RecordDigests {

    private RecordDigests() {}

    static long of(Appeal appeal) {
        return new Digest()
                .add(appeal.communityName())
                .add(appeal.agencyId())
                .add(appeal.agencyName())
                .add(appeal.agencyReason())
                .add(appeal.pageAgencyId())
                .add(appeal.region())
                .add(appeal.municipality())
                .add(appeal.timeZone())
                .add(appeal.url())
                .add(appeal.text())
                .add(appeal.publishedAt())
                .add(appeal.status())
                .add(appeal.topicGroup())
                .add(appeal.topic())
                .add(appeal.topGroups())
                .add(appeal.topGroupScores())
                .add(appeal.urgency())
                .add(appeal.place())
                .add(appeal.reasons())
                .add(Double.doubleToLongBits(appeal.needsAnswer()))
                .add(appeal.modelVersion())
                .add(appeal.policyId())
                .add(appeal.policyVersion())
                .add(appeal.calendarId())
                .add(appeal.calendarVersion())
                .add(appeal.clockStartedAt())
                .add(appeal.firstResponseDueAt())
                .add((long) appeal.answers())
                .add(appeal.firstResponseId())
                .add(appeal.firstResponseAt())
                .add(appeal.firstResponseKind())
                .add(appeal.firstResponseText())
                .add(appeal.firstResponseMillis())
                .add(appeal.firstResponseBusinessMillis())
                .add(appeal.acknowledgedAt())
                .add(appeal.finalDueAt())
                .add(appeal.finalAnswerId())
                .add(appeal.finalAnswerAt())
                .add(appeal.finalAnswerText())
                .add(appeal.finalMillis())
                .add(appeal.finalBusinessMillis())
                .add(appeal.outcome())
                .add(appeal.templateAnswer() ? 1L : 0L)
                .add(appeal.promisedUntil())
                .add(appeal.overdueMetrics())
                .add(appeal.firstBreachedAt())
                .add(appeal.finalBreachedAt())
                .add((long) appeal.escalationLevel())
                .add(appeal.reopenedAt())
                .add((long) appeal.unofficialAnswers())
                .add((long) appeal.followUps())
                .add(appeal.closedAt())
                .add(appeal.updatedAt())
                .add(legs(appeal.transfers()))
                .bits();
    }

    /**
     * Of the event that tells of something; most of an appeal's events are told already, and need
     * not be made to know that.
     *
     * @param course null for what is no appeal
     */
    static long of(Happening happening, Course course, String modelVersion) {
        Digest digest = new Digest().add(happening.dueAt());
        if (course == null) {
            digest.add((Number) null).add((Number) null);
        } else {
            digest.add((Long) course.millis(happening.at()));
            digest.add((Long) course.businessMillis(happening.at()));
        }
        digest.add(happening.agencyId())
                .add(happening.outcome())
                .add(happening.promisedUntil())
                .add(happening.reason());
        if (course == null) {
            digest.add((String) null).add((Number) null).add((Number) null);
        } else {
            SlaPolicy policy = course.policy().policy();
            digest.add(policy.policyId())
                    .add((Integer) policy.version())
                    .add((Integer) course.policy().calendar().version());
        }
        return digest.add(modelVersion).bits();
    }

    static long of(Alert alert) {
        return new Digest()
                .add(alert.agencyId())
                .add(alert.agencyName())
                .add(alert.communityName())
                .add(alert.url())
                .add(alert.topicGroup())
                .add(alert.urgency())
                .add(alert.text())
                .add(alert.dueAt())
                .add(alert.raisedAt())
                .add(alert.clearedAt())
                .add(alert.lateMillis())
                .bits();
    }

    static long of(Decision decision) {
        Digest digest =
                new Digest()
                        .add(decision.kind())
                        .add(Double.doubleToLongBits(decision.needsAnswer()))
                        .add(decision.topic())
                        .add(decision.urgency())
                        .add(decision.place())
                        .add(decision.reasons())
                        .add(decision.modelVersion());
        for (GroupScore group : decision.groups()) {
            digest.add(group.group()).add(Double.doubleToLongBits(group.score()));
        }
        return digest.bits();
    }

    /**
     * @param reply null: none
     */
    static long of(Reply reply) {
        return reply == null
                ? 0
                : new Digest()
                        .add(reply.kind())
                        .add(reply.outcome())
                        .add(reply.promisedUntil())
                        .add(reply.transferredTo())
                        .add(reply.template() ? 1L : 0L)
                        .add(reply.reason())
                        .add(reply.text())
                        .bits();
    }

    private static long legs(List<AgencyLeg> legs) {
        Digest digest = new Digest();
        for (AgencyLeg leg : legs) {
            digest.add(leg.agencyId()).add(leg.since()).add(leg.until());
        }
        return digest.bits();
    }
}
