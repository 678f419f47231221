package io.otklik.jobs.appeals;

import io.otklik.schemas.Community;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;

/**
 * What every task of job {@code appeals} has to know: one entry of the register, of the policies or
 * of the calendars. One of the components is set, the others are null.
 */
public record Reference(Community community, SlaPolicy policy, WorkCalendar calendar) {

    public static Reference of(Community community) {
        return new Reference(community, null, null);
    }

    public static Reference of(SlaPolicy policy) {
        return new Reference(null, policy, null);
    }

    public static Reference of(WorkCalendar calendar) {
        return new Reference(null, null, calendar);
    }
}
