package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * The current state of one appeal (обращение), on the compacted topic {@code appeal}, keyed by
 * {@code appealId}. Emitted whenever the state changes.
 *
 * @param appealId the {@code messageId} of the resident's message
 * @param communityName null, like what follows from the register, while the page is not in it
 * @param agencyId the authority that owes the answer now: by routing, or after a transfer
 * @param agencyReason the row of the routing table that chose it, or the message that transferred
 *     it
 * @param pageAgencyId the authority that answers for the page
 * @param timeZone IANA zone of the page
 * @param publishedAt when the message first was an appeal: written, or edited into one
 * @param topicGroup the likeliest topic group
 * @param topic of the official list; null if none is likely enough
 * @param topGroups the likeliest groups, best first
 * @param topGroupScores how likely each of them is, 0 to 1
 * @param place the place that it names, normalised
 * @param reasons what made the message an appeal
 * @param needsAnswer calibrated probability that it needs an answer
 * @param modelVersion of the model and the rule book that decided
 * @param policyId the policy that it is held to
 * @param clockStartedAt from when its terms count
 * @param firstResponseDueAt null if the policy sets no such term
 * @param answers official answers that stand
 * @param firstResponseId the earliest of them
 * @param firstResponseKind ACKNOWLEDGED, CLARIFICATION_REQUESTED, INTERIM or FINAL
 * @param firstResponseMillis from {@code clockStartedAt} to {@code firstResponseAt}, calendar time
 * @param firstResponseBusinessMillis the same in working time
 * @param acknowledgedAt the first answer that took it into work
 * @param finalDueAt by when the answer on the merits is due: by the last interim answer, if there
 *     is one; null if the policy sets no such term or the clock stands still
 * @param finalAnswerId the answer on the merits that stands
 * @param finalMillis from {@code clockStartedAt} to {@code finalAnswerAt}, calendar time
 * @param finalBusinessMillis the same in working time, without the pauses
 * @param outcome what the answer on the merits says was done
 * @param templateAnswer the answer that counts is near-equal to what somebody else got before in
 *     the same thread; templates across threads are counted by {@link ResponseWindow}
 * @param promisedUntil end, in the page's zone, of the last day that an official promised
 * @param overdueMetrics terms that were missed, also if answered since
 * @param firstBreachedAt when the first response was missed
 * @param finalBreachedAt when an answer on the merits was first missed
 * @param escalationLevel highest level told
 * @param transfers the authorities that had it, in time order, if it was transferred
 * @param reopenedAt each time it was opened again
 * @param unofficialAnswers answers in the authority's name by accounts that were not official
 * @param followUps further messages of the resident about it
 * @param closedAt since when nothing is owed: answered on the merits, withdrawn or merged; null
 *     while it is open
 * @param updatedAt time of the latest fact or deadline that the state rests on
 * @param retracted the message turned out not to be a resident's appeal at all, for instance
 *     because its author was entered in the register as an official account
 * @param version grows with every emission for the same appeal; the highest is current
 */
public record Appeal(
        @JsonProperty(required = true) String appealId,
        @JsonProperty(required = true) String threadId,
        @JsonProperty(required = true) String communityId,
        String communityName,
        @JsonProperty(required = true) Platform platform,
        String agencyId,
        String agencyName,
        String agencyReason,
        String pageAgencyId,
        String region,
        String municipality,
        String timeZone,
        String url,
        @JsonProperty(required = true) String authorId,
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) Instant publishedAt,
        @JsonProperty(required = true) AppealStatus status,
        String topicGroup,
        String topic,
        List<String> topGroups,
        List<Double> topGroupScores,
        @JsonProperty(required = true) Urgency urgency,
        String place,
        List<String> reasons,
        double needsAnswer,
        String modelVersion,
        String policyId,
        Integer policyVersion,
        String calendarId,
        Integer calendarVersion,
        Instant clockStartedAt,
        Instant firstResponseDueAt,
        int answers,
        String firstResponseId,
        Instant firstResponseAt,
        AppealEventType firstResponseKind,
        String firstResponseText,
        Long firstResponseMillis,
        Long firstResponseBusinessMillis,
        Instant acknowledgedAt,
        Instant finalDueAt,
        String finalAnswerId,
        Instant finalAnswerAt,
        String finalAnswerText,
        Long finalMillis,
        Long finalBusinessMillis,
        Outcome outcome,
        boolean templateAnswer,
        Instant promisedUntil,
        List<String> overdueMetrics,
        Instant firstBreachedAt,
        Instant finalBreachedAt,
        int escalationLevel,
        List<AgencyLeg> transfers,
        List<Instant> reopenedAt,
        int unofficialAnswers,
        int followUps,
        Instant closedAt,
        @JsonProperty(required = true) Instant updatedAt,
        boolean retracted,
        long version) {

    public Appeal {
        Contract.require("appealId", appealId);
        Contract.require("threadId", threadId);
        Contract.require("communityId", communityId);
        Contract.require("platform", platform);
        Contract.require("authorId", authorId);
        Contract.require("text", text);
        Contract.require("publishedAt", publishedAt);
        Contract.require("status", status);
        Contract.require("urgency", urgency);
        Contract.require("updatedAt", updatedAt);
        topGroups = topGroups == null ? List.of() : List.copyOf(topGroups);
        topGroupScores = topGroupScores == null ? List.of() : List.copyOf(topGroupScores);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        overdueMetrics = overdueMetrics == null ? List.of() : List.copyOf(overdueMetrics);
        transfers = transfers == null ? List.of() : List.copyOf(transfers);
        reopenedAt = reopenedAt == null ? List.of() : List.copyOf(reopenedAt);
    }
}
