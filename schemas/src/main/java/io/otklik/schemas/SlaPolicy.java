package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * By when an appeal must be answered: one version of a policy, on the compacted topic {@code
 * policy.sla}, keyed by {@link #versionId()} so that what older appeals were held to stays
 * readable. A later version of a policy ends an earlier one where it begins.
 *
 * @param policyId {@code sevastopol_2020}
 * @param version from 1
 * @param title what the policy is, for people
 * @param region pages of which region it is for; null: of all
 * @param municipality pages of which municipality it is for; null: of all
 * @param agencyId pages of which authority it is for; null: of all
 * @param validFrom first instant at which a clock may start under it; null: since ever
 * @param validTo first instant at which a clock no longer starts under it; null: not known yet
 * @param timeZone IANA zone of its working hours where the page names none
 * @param clockStart the moment from which it counts
 * @param calendarId the {@link WorkCalendar} of its working time
 * @param targets its terms, at most one a metric and urgency
 * @param source act that says so
 * @param assumptions what the source does not say and was assumed
 * @param updatedAt when it was imported
 */
public record SlaPolicy(
        @JsonProperty(required = true) String policyId,
        int version,
        String title,
        String region,
        String municipality,
        String agencyId,
        Instant validFrom,
        Instant validTo,
        String timeZone,
        @JsonProperty(required = true) ClockStart clockStart,
        @JsonProperty(required = true) String calendarId,
        @JsonProperty(required = true) List<SlaTarget> targets,
        String source,
        List<String> assumptions,
        @JsonProperty(required = true) Instant updatedAt) {

    public SlaPolicy {
        Contract.require("policyId", policyId);
        Contract.require("clockStart", clockStart);
        Contract.require("calendarId", calendarId);
        Contract.require("targets", targets);
        Contract.require("updatedAt", updatedAt);
        if (timeZone != null) {
            Contract.requireZone("timeZone", timeZone);
        }
        targets = List.copyOf(targets);
        assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
    }

    /** Key of this version: {@code sevastopol_2020@1}. */
    public String versionId() {
        return policyId + '@' + version;
    }
}
