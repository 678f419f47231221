package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/** An alert, on the compacted topic {@code alert}, keyed by {@code alertId}. */
public record Alert(
        @JsonProperty(required = true) String alertId,
        @JsonProperty(required = true) AlertKind kind,
        SlaMetric metric,
        int level,
        String agencyId,
        String agencyName,
        @JsonProperty(required = true) String subjectId,
        String communityId,
        String communityName,
        String url,
        String topicGroup,
        Urgency urgency,
        String text,
        Instant dueAt,
        @JsonProperty(required = true) Instant raisedAt,
        Instant clearedAt,
        Long lateMillis,
        boolean retracted,
        long version) {

    public Alert {
        Contract.require("alertId", alertId);
        Contract.require("kind", kind);
        Contract.require("subjectId", subjectId);
        Contract.require("raisedAt", raisedAt);
    }
}
