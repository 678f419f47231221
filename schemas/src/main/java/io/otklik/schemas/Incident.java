package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * One problem at one place and the appeals about it, on the compacted topic {@code incident}, keyed
 * by {@code incidentId}. Emitted whenever it changes.
 *
 * @param incidentId derived from municipality, topic group, place and first appeal
 * @param region of the pages
 * @param municipality of the pages
 * @param agencyId the authority that owes the answer to the first appeal
 * @param topicGroup the group that all its appeals have in common
 * @param topic the first topic that one of them has; null if none has
 * @param place normalised
 * @param urgency HIGH if one of them is
 * @param members its appeals in the order of their publication, the first included
 * @param authors how many people wrote them
 * @param openMembers how many of them are still owed an answer
 * @param closedAt when the last of them was closed; null while one is open
 * @param repeatOf the earlier incident that was closed and that this one repeats
 * @param updatedAt time of the latest fact that it rests on
 * @param retracted there is no such incident any more: its first appeal turned out to belong to
 *     another one, or to be none
 * @param version grows with every emission for the same incident; the highest is current
 */
public record Incident(
        @JsonProperty(required = true) String incidentId,
        String region,
        String municipality,
        String agencyId,
        String agencyName,
        @JsonProperty(required = true) String topicGroup,
        String topic,
        @JsonProperty(required = true) String place,
        @JsonProperty(required = true) Urgency urgency,
        @JsonProperty(required = true) List<String> members,
        int authors,
        int openMembers,
        @JsonProperty(required = true) Instant firstAt,
        @JsonProperty(required = true) Instant lastAt,
        Instant closedAt,
        String repeatOf,
        RepeatKind repeatKind,
        @JsonProperty(required = true) Instant updatedAt,
        boolean retracted,
        long version) {

    public Incident {
        Contract.require("incidentId", incidentId);
        Contract.require("topicGroup", topicGroup);
        Contract.require("place", place);
        Contract.require("urgency", urgency);
        Contract.require("members", members);
        Contract.require("firstAt", firstAt);
        Contract.require("lastAt", lastAt);
        Contract.require("updatedAt", updatedAt);
        members = List.copyOf(members);
    }

    /** The same, as emitted then. */
    public Incident emitted(boolean retracted, long version) {
        return new Incident(
                incidentId,
                region,
                municipality,
                agencyId,
                agencyName,
                topicGroup,
                topic,
                place,
                urgency,
                members,
                authors,
                openMembers,
                firstAt,
                lastAt,
                closedAt,
                repeatOf,
                repeatKind,
                updatedAt,
                retracted,
                version);
    }
}
