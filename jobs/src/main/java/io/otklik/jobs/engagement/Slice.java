package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.Platform;

/**
 * An agency, platform or municipality: what several pages are summed up by.
 *
 * @param id unique within the dimension; a platform's and a municipality's holds the region
 * @param name as people know it
 * @param platform of a platform
 * @param agencyId of an agency
 */
public record Slice(
        EngagementDimension dimension,
        String id,
        String name,
        Platform platform,
        String agencyId,
        String municipality,
        String region) {

    String key() {
        return dimension + "|" + id;
    }
}
