package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * An official page of the register, on the compacted topic {@code registry.community}, keyed by
 * {@code communityId}.
 *
 * @param communityId {@code vk:-143}
 * @param agencyId the authority that answers for the page
 * @param timeZone IANA zone of the page's authority
 * @param officialAuthors accounts other than the page that answer for it
 * @param status as the region's register words it
 * @param updatedAt when the entry was imported; the later one is in force
 */
public record Community(
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) Platform platform,
        String url,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String agencyId,
        @JsonProperty(required = true) String agencyName,
        String level,
        String sphere,
        String municipality,
        String region,
        String timeZone,
        List<OfficialAuthor> officialAuthors,
        String status,
        @JsonProperty(required = true) Instant updatedAt) {

    public Community {
        Contract.require("communityId", communityId);
        Contract.require("platform", platform);
        Contract.require("name", name);
        Contract.require("agencyId", agencyId);
        Contract.require("agencyName", agencyName);
        Contract.require("updatedAt", updatedAt);
        officialAuthors = officialAuthors == null ? List.of() : List.copyOf(officialAuthors);
    }
}
