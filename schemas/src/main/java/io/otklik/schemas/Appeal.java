package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * The current state of one appeal (обращение), on the compacted topic {@code appeal}, keyed by
 * {@code appealId}. Emitted whenever the state changes.
 *
 * @param appealId the {@code messageId} of the resident's message
 * @param communityName null, like the agency, while the page is not in the register
 * @param reasons ids of the rules that made the message an appeal
 * @param rulesVersion version of the rule book that decided
 * @param publishedAt when the message first was an appeal: written, or edited into one
 * @param answers official answers that stand
 * @param firstResponseMillis from {@code publishedAt} to {@code firstAnswerAt}, calendar time
 * @param updatedAt time of the latest fact that the state rests on
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
        String region,
        String municipality,
        String url,
        @JsonProperty(required = true) String authorId,
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) Instant publishedAt,
        @JsonProperty(required = true) AppealStatus status,
        List<String> reasons,
        double score,
        String rulesVersion,
        int answers,
        String firstAnswerId,
        Instant firstAnswerAt,
        String firstAnswerText,
        Long firstResponseMillis,
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
        Contract.require("updatedAt", updatedAt);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
