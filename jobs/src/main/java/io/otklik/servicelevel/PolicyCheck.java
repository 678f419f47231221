package io.otklik.servicelevel;

import io.otklik.schemas.SlaPolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whether a version of a policy may join those that are known. */
public final class PolicyCheck {

    private final Collection<SlaPolicy> known;
    private final Set<String> calendars;
    private final Instant now;
    private final boolean retroactive;

    /**
     * @param known versions that are in force or were
     * @param calendars ids of the calendars that are known
     * @param now a version that begins earlier and takes the place of another changes what open
     *     appeals are held to
     * @param retroactive whether that is meant
     */
    public PolicyCheck(
            Collection<SlaPolicy> known, Set<String> calendars, Instant now, boolean retroactive) {
        this.known = List.copyOf(known);
        this.calendars = Set.copyOf(calendars);
        this.now = now;
        this.retroactive = retroactive;
    }

    /** Whether it is known already, word for word. */
    public boolean isKnown(SlaPolicy policy) {
        return known.stream().anyMatch(other -> isSame(policy, other));
    }

    /** The sentence about a calendar that is none of those. */
    public static String unknownCalendar(String calendarId, Collection<String> calendars) {
        return "Calendar %s is not known; import it by otklik calendar import FILE, or name one of %s."
                .formatted(calendarId, String.join(", ", calendars.stream().sorted().toList()));
    }

    /** Sentences that say what speaks against it; none if it is known already. */
    public List<String> problems(SlaPolicy policy) {
        List<String> problems = new ArrayList<>();
        if (isKnown(policy)) {
            return problems;
        }
        if (!calendars.contains(policy.calendarId())) {
            problems.add(unknownCalendar(policy.calendarId(), calendars));
        }
        for (SlaPolicy other : known) {
            String problem =
                    other.policyId().equals(policy.policyId())
                            ? againstVersion(policy, other)
                            : againstOther(policy, other);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private String againstVersion(SlaPolicy policy, SlaPolicy other) {
        if (other.version() == policy.version()) {
            return "Version %d of %s is known with other words; give this one version %d."
                    .formatted(policy.version(), policy.policyId(), policy.version() + 1);
        }
        boolean later = policy.version() > other.version();
        Instant begin = ScopeIndex.begin(policy);
        Instant otherBegin = ScopeIndex.begin(other);
        if (later ? !begin.isAfter(otherBegin) : !begin.isBefore(otherBegin)) {
            return "Version %d of %s begins no %s than version %d; a later version begins later."
                    .formatted(
                            policy.version(),
                            policy.policyId(),
                            later ? "later" : "earlier",
                            other.version());
        }
        Instant otherEnd = other.validTo() == null ? Instant.MAX : other.validTo();
        if (!retroactive && later && begin.isBefore(now) && begin.isBefore(otherEnd)) {
            return "Version %d of %s begins in the past, at %s, and would change what appeals since then are held to; let it begin later, or give --retroactive."
                    .formatted(policy.version(), policy.policyId(), begin);
        }
        return null;
    }

    private String againstOther(SlaPolicy policy, SlaPolicy other) {
        List<SlaPolicy> all = new ArrayList<>(known);
        all.add(policy);
        Instant from = later(ScopeIndex.begin(policy), ScopeIndex.begin(other));
        boolean overlaps =
                from.isBefore(ScopeIndex.end(policy, all))
                        && from.isBefore(ScopeIndex.end(other, all));
        return overlaps && ScopeIndex.areForTheSamePages(policy, other)
                ? "Policies %s and %s are for the same pages at the same time%s; end one of them by validTo."
                        .formatted(
                                policy.versionId(),
                                other.versionId(),
                                from.equals(Instant.MIN) ? "" : ", from " + from)
                : null;
    }

    /** Whether two records differ in nothing but the time of their import. */
    private static boolean isSame(SlaPolicy policy, SlaPolicy other) {
        return policy.equals(
                new SlaPolicy(
                        other.policyId(),
                        other.version(),
                        other.title(),
                        other.region(),
                        other.municipality(),
                        other.agencyId(),
                        other.validFrom(),
                        other.validTo(),
                        other.timeZone(),
                        other.clockStart(),
                        other.calendarId(),
                        other.targets(),
                        other.source(),
                        other.assumptions(),
                        policy.updatedAt()));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
