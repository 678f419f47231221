package io.otklik.servicelevel;

import io.otklik.schemas.Community;
import io.otklik.schemas.TimeZones;

import java.time.ZoneId;

/**
 * Where a page belongs: what policies are chosen by. Any part may be null.
 *
 * @param region as the register words it
 * @param municipality as the register words it
 * @param agencyId the authority that owes the answer
 * @param timeZone IANA zone of its working hours
 */
public record PageScope(String region, String municipality, String agencyId, String timeZone) {

    /** A page of which the register says nothing. */
    public static final PageScope UNKNOWN = new PageScope(null, null, null, null);

    public static PageScope of(Community page) {
        return page == null
                ? UNKNOWN
                : new PageScope(
                        page.region(), page.municipality(), page.agencyId(), page.timeZone());
    }

    /** The same place, where no authority owes an answer. */
    public PageScope ofNobody() {
        return new PageScope(region, municipality, null, timeZone);
    }

    /** The page's own zone; null if it has none that is known. */
    ZoneId zone() {
        return TimeZones.named(timeZone).orElse(null);
    }
}
