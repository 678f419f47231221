package io.otklik.servicelevel;

import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies and calendars that are known, and which of them an appeal is held to. Immutable:
 * each change gives a new object. Safe for use by several threads.
 *
 * <p>The narrowest policy that fits a page wins: one for its authority before one for its
 * municipality, before one for its region, before one for all. Of the versions for one scope that
 * one holds which is in force when the appeal's clock starts; a later one ends an earlier one where
 * it begins. The choice depends on the appeal's own times alone, so an appeal keeps its version
 * when a new one begins, and a replay chooses as the live run did.
 *
 * <p>Of a calendar that version counts which was the highest when the appeal's clock started, so an
 * open appeal keeps it as well; for a clock that started before any was imported, the first sound
 * one. A policy whose calendar is not known yet, and whatever contradicts itself, is as if it were
 * not there ({@link #unusable}).
 */
public final class Policies {

    private static final int MAX_CACHED_PAGES = 100_000;

    private final SlaPolicy fallback;
    private final Map<String, SlaPolicy> policies;
    private final Map<String, WorkCalendar> calendars;

    /** The sound versions of each calendar, by number. */
    private final Map<String, NavigableMap<Integer, WorkCalendar>> sound = new TreeMap<>();

    private final Map<String, String> unusable = new TreeMap<>();
    private final ScopeIndex index;

    /** What does not change with the policies: building the tables takes milliseconds. */
    private final Map<CalendarInZone, WorkingTime> workingTimes;

    private final Map<PageScope, List<Candidate>> byPage = new ConcurrentHashMap<>();

    private Policies(
            SlaPolicy fallback,
            Map<String, SlaPolicy> policies,
            Map<String, WorkCalendar> calendars,
            Map<CalendarInZone, WorkingTime> workingTimes) {
        this.fallback = fallback;
        this.policies = policies;
        this.calendars = calendars;
        this.workingTimes = workingTimes;
        calendars.values().forEach(this::putSound);
        this.index = new ScopeIndex(policies.values().stream().filter(this::isUsable).toList());
    }

    /**
     * @param fallback what an appeal is held to where no policy fits
     * @param calendars versions of calendars, among them a sound one of the fallback's
     */
    public static Policies of(SlaPolicy fallback, Collection<WorkCalendar> calendars) {
        Map<String, WorkCalendar> byVersion = new TreeMap<>();
        calendars.forEach(calendar -> byVersion.put(calendar.versionId(), calendar));
        Policies policies =
                new Policies(
                        fallback,
                        Map.of(fallback.versionId(), fallback),
                        byVersion,
                        new ConcurrentHashMap<>());
        policies.unusable.values().stream()
                .findFirst()
                .ifPresent(
                        sentence -> {
                            throw new IllegalArgumentException(sentence);
                        });
        return policies;
    }

    /** With a version of a policy, in place of what had its key. */
    public Policies with(SlaPolicy policy) {
        Map<String, SlaPolicy> changed = new TreeMap<>(policies);
        changed.put(policy.versionId(), policy);
        return new Policies(fallback, changed, calendars, workingTimes);
    }

    /** With a version of a calendar, in place of what had its key. */
    public Policies with(WorkCalendar calendar) {
        Map<String, WorkCalendar> changed = new TreeMap<>(calendars);
        changed.put(calendar.versionId(), calendar);
        return new Policies(fallback, policies, changed, workingTimes);
    }

    /** Versions that are left out of account, each with a sentence that says why. */
    public Map<String, String> unusable() {
        return unusable;
    }

    /**
     * The policy that an appeal is held to.
     *
     * @return the fallback where no policy fits; never null
     */
    public Deadlines applying(PageScope page, ClockFacts facts) {
        if (byPage.size() > MAX_CACHED_PAGES) {
            byPage.clear();
        }
        for (Candidate candidate : byPage.computeIfAbsent(page, this::candidates)) {
            if (candidate.applies(facts)) {
                return candidate.editions().of(facts);
            }
        }
        return editions(fallback, page).of(facts);
    }

    private void putSound(WorkCalendar calendar) {
        try {
            workingTime(calendar, ZoneId.of(calendar.timeZone()));
            sound.computeIfAbsent(calendar.calendarId(), id -> new TreeMap<>())
                    .put(calendar.version(), calendar);
        } catch (IllegalArgumentException e) {
            unusable.put(calendar.versionId(), e.getMessage());
        }
    }

    private boolean isUsable(SlaPolicy policy) {
        if (!sound.containsKey(policy.calendarId())) {
            unusable.put(
                    policy.versionId(),
                    "Policy %s needs calendar %s, which is not known."
                            .formatted(policy.versionId(), policy.calendarId()));
            return false;
        }
        try {
            editions(policy, PageScope.UNKNOWN);
            return true;
        } catch (IllegalArgumentException e) {
            unusable.put(policy.versionId(), e.getMessage());
            return false;
        }
    }

    private List<Candidate> candidates(PageScope page) {
        List<Candidate> candidates = new ArrayList<>();
        for (ScopeIndex.Period period : index.periods(page)) {
            candidates.add(new Candidate(period, editions(period.policy(), page)));
        }
        return candidates;
    }

    private Editions editions(SlaPolicy policy, PageScope page) {
        return new Editions(
                sound.get(policy.calendarId()).descendingMap().values().stream()
                        .map(calendar -> deadlines(policy, calendar, page))
                        .toList());
    }

    private Deadlines deadlines(SlaPolicy policy, WorkCalendar calendar, PageScope page) {
        ZoneId zone = page.zone();
        if (zone == null) {
            zone = ZoneId.of(policy.timeZone() == null ? calendar.timeZone() : policy.timeZone());
        }
        return Deadlines.of(policy, workingTime(calendar, zone));
    }

    private WorkingTime workingTime(WorkCalendar calendar, ZoneId zone) {
        return workingTimes.computeIfAbsent(
                new CalendarInZone(calendar, zone),
                key -> WorkingTime.of(key.calendar(), key.zone()));
    }

    private record CalendarInZone(WorkCalendar calendar, ZoneId zone) {}

    /** A policy by each version of its calendar, the highest first; when a clock starts is one. */
    private record Editions(List<Deadlines> newestFirst) {

        Deadlines of(ClockFacts facts) {
            Instant start = clockStart(facts);
            for (Deadlines edition : newestFirst) {
                if (!edition.calendar().updatedAt().isAfter(start)) {
                    return edition;
                }
            }
            return newestFirst.get(newestFirst.size() - 1);
        }

        Instant clockStart(ClockFacts facts) {
            return newestFirst.get(0).clockStart(facts);
        }
    }

    /** A version that may apply to a page's appeals. */
    private record Candidate(ScopeIndex.Period period, Editions editions) {
        boolean applies(ClockFacts facts) {
            return period.holds(editions.clockStart(facts), facts.latest());
        }
    }
}
