package io.otklik.cli.policy;

import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.files.Shipped;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The policies and calendars that the jobs know: imported ones and the shipped ones. */
public final class KnownPolicies {

    private static final Comparator<SlaPolicy> BY_ID_AND_VERSION =
            Comparator.comparing(SlaPolicy::policyId).thenComparing(SlaPolicy::version);

    private final StateTopic<SlaPolicy> policyTopic;
    private final StateTopic<WorkCalendar> calendarTopic;
    private final Map<String, SlaPolicy> policies;
    private final Map<String, WorkCalendar> calendars;

    public KnownPolicies(String servers) {
        this.policyTopic = StateTopic.policies(servers);
        this.calendarTopic = StateTopic.calendars(servers);
        this.policies = policyTopic.read();
        this.calendars = calendarTopic.read();
    }

    /** Imported versions, in order. */
    public List<SlaPolicy> policies() {
        return policies.values().stream().sorted(BY_ID_AND_VERSION).toList();
    }

    /** Every version of every calendar; an imported one replaces a shipped one of its version. */
    public Collection<WorkCalendar> calendars() {
        Map<String, WorkCalendar> all = new TreeMap<>();
        Shipped.calendars().forEach(calendar -> all.put(calendar.versionId(), calendar));
        all.putAll(calendars);
        return all.values();
    }

    /** The version of each calendar that is in force, by its id. */
    public Map<String, WorkCalendar> calendarsInForce() {
        Map<String, WorkCalendar> inForce = new TreeMap<>();
        for (WorkCalendar calendar : calendars()) {
            inForce.merge(
                    calendar.calendarId(), calendar, (a, b) -> a.version() > b.version() ? a : b);
        }
        return inForce;
    }

    /** The calendars in force that policies count by. */
    public Collection<WorkCalendar> calendarsOf(Collection<SlaPolicy> some) {
        Map<String, WorkCalendar> inForce = calendarsInForce();
        inForce.keySet().retainAll(some.stream().map(SlaPolicy::calendarId).toList());
        return inForce.values();
    }

    /** Sends policies, and before them the shipped calendars they name that no import brought. */
    public void send(Collection<SlaPolicy> changed) throws InterruptedException {
        sendShipped(
                calendar ->
                        changed.stream()
                                .anyMatch(
                                        policy ->
                                                policy.calendarId().equals(calendar.calendarId())));
        policyTopic.send(changed);
    }

    /**
     * Sends the shipped calendars that no import brought: what jobs count by is then known to
     * ClickHouse, too.
     */
    public void sendShippedCalendars() throws InterruptedException {
        sendShipped(calendar -> true);
    }

    private void sendShipped(Predicate<WorkCalendar> wanted) throws InterruptedException {
        calendarTopic.send(
                Shipped.calendars().stream()
                        .filter(shipped -> !calendars.containsKey(shipped.versionId()))
                        .filter(wanted)
                        .toList());
    }

    public void sendCalendars(Collection<WorkCalendar> changed) throws InterruptedException {
        calendarTopic.send(changed);
    }
}
