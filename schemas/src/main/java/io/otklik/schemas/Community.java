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
 * @param validFrom the first instant at which the page counts as one of the register; null: always
 * @param validTo the first instant at which it no longer does; null: as long as the entry stands
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
        @JsonProperty(required = true) Instant updatedAt,
        Instant validFrom,
        Instant validTo) {

    /** An entry that always counts. */
    public Community(
            String communityId,
            Platform platform,
            String url,
            String name,
            String agencyId,
            String agencyName,
            String level,
            String sphere,
            String municipality,
            String region,
            String timeZone,
            List<OfficialAuthor> officialAuthors,
            String status,
            Instant updatedAt) {
        this(
                communityId,
                platform,
                url,
                name,
                agencyId,
                agencyName,
                level,
                sphere,
                municipality,
                region,
                timeZone,
                officialAuthors,
                status,
                updatedAt,
                null,
                null);
    }

    public Community {
        Contract.require("communityId", communityId);
        Contract.require("platform", platform);
        Contract.require("name", name);
        Contract.require("agencyId", agencyId);
        Contract.require("agencyName", agencyName);
        Contract.require("updatedAt", updatedAt);
        officialAuthors = officialAuthors == null ? List.of() : List.copyOf(officialAuthors);
    }

    /** Whether the page had left the register by an instant. */
    public boolean leftBy(Instant instant) {
        return validTo != null && !instant.isBefore(validTo);
    }

    /** The same entry, imported at another time and valid until another. */
    public Community until(Instant end, Instant importedAt) {
        return new Community(
                communityId,
                platform,
                url,
                name,
                agencyId,
                agencyName,
                level,
                sphere,
                municipality,
                region,
                timeZone,
                officialAuthors,
                status,
                importedAt,
                validFrom,
                end);
    }
}
