package io.otklik.jobs.appeals;

import io.otklik.schemas.Community;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;

/**
 * What every task of job {@code appeals} has to know: one entry of the register, of the policies,
 * of the calendars, or a rule book. One of the components is set, the others are null.
 */
public record Reference(
        Community community, SlaPolicy policy, WorkCalendar calendar, RuleBookVersion rules) {

    public static Reference of(Community community) {
        return new Reference(community, null, null, null);
    }

    public static Reference of(SlaPolicy policy) {
        return new Reference(null, policy, null, null);
    }

    public static Reference of(WorkCalendar calendar) {
        return new Reference(null, null, calendar, null);
    }

    public static Reference of(RuleBookVersion rules) {
        return new Reference(null, null, null, rules);
    }
}
