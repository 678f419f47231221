package io.otklik.jobs.engagement;

import io.otklik.schemas.Community;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.Platform;
import io.otklik.schemas.TimeZones;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What windows need of a page's entry in the register.
 *
 * @param registered whether there is one; if not, only id and platform are known
 * @param updatedAt of the entry, epoch milliseconds
 */
public record Page(
        String communityId,
        Platform platform,
        boolean registered,
        String name,
        String agencyId,
        String agencyName,
        String municipality,
        String region,
        String timeZone,
        long updatedAt) {

    /** A page that the register does not name. */
    static Page unregistered(String communityId) {
        return new Page(
                communityId,
                platform(communityId),
                false,
                null,
                null,
                null,
                null,
                null,
                TimeZones.ofDays(null),
                Long.MIN_VALUE);
    }

    static Page of(Community entry) {
        return new Page(
                entry.communityId(),
                entry.platform(),
                true,
                entry.name(),
                entry.agencyId(),
                entry.agencyName(),
                entry.municipality(),
                entry.region(),
                TimeZones.ofDays(entry.timeZone()),
                entry.updatedAt().toEpochMilli());
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Whether the two differ in nothing that windows show. */
    boolean isLike(Page other) {
        return new Page(
                        communityId,
                        platform,
                        registered,
                        name,
                        agencyId,
                        agencyName,
                        municipality,
                        region,
                        timeZone,
                        other.updatedAt)
                .equals(other);
    }

    /** What sums the page up: its platform, and what the register tells of it. */
    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>(3);
        if (platform != null) {
            slices.add(
                    new Slice(
                            EngagementDimension.PLATFORM,
                            within(region, platform.name()),
                            platform.name(),
                            platform,
                            null,
                            null,
                            region));
        }
        if (agencyId != null) {
            slices.add(
                    new Slice(
                            EngagementDimension.AGENCY,
                            agencyId,
                            agencyName,
                            null,
                            agencyId,
                            null,
                            region));
        }
        if (municipality != null) {
            slices.add(
                    new Slice(
                            EngagementDimension.MUNICIPALITY,
                            within(region, municipality),
                            municipality,
                            null,
                            null,
                            municipality,
                            region));
        }
        return slices;
    }

    private static String within(String region, String id) {
        return region == null ? id : region + '/' + id;
    }

    private static Platform platform(String communityId) {
        String prefix = communityId.split(":", 2)[0].toUpperCase(Locale.ROOT);
        for (Platform platform : Platform.values()) {
            if (platform.name().equals(prefix)) {
                return platform;
            }
        }
        return null;
    }
}
