package io.otklik.servicelevel;

import io.otklik.schemas.SlaPolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Versions of policies by the scope they are for, and the time in which each is in force. */
final class ScopeIndex {

    private static final Comparator<SlaPolicy> IN_TIME =
            Comparator.comparing(ScopeIndex::begin)
                    .thenComparing(SlaPolicy::policyId)
                    .thenComparing(SlaPolicy::version);

    private final Map<Scope, List<Period>> periods = new HashMap<>();

    ScopeIndex(Collection<SlaPolicy> policies) {
        Map<Scope, List<SlaPolicy>> byScope = new HashMap<>();
        for (SlaPolicy policy : policies) {
            byScope.computeIfAbsent(Scope.of(policy), scope -> new ArrayList<>()).add(policy);
        }
        byScope.forEach(
                (scope, versions) -> {
                    versions.sort(IN_TIME);
                    List<Period> inForce = new ArrayList<>();
                    for (int i = 0; i < versions.size(); i++) {
                        SlaPolicy policy = versions.get(i);
                        Instant end = end(policy, policies);
                        if (i + 1 < versions.size()) {
                            end = earlier(end, begin(versions.get(i + 1)));
                        }
                        inForce.add(new Period(policy, begin(policy), end));
                    }
                    periods.put(scope, inForce);
                });
    }

    /** The versions that are for a page: of the narrowest scope first, there in order of time. */
    List<Period> periods(PageScope page) {
        List<Period> fitting = new ArrayList<>();
        for (Scope scope : Scope.of(page).wider()) {
            fitting.addAll(periods.getOrDefault(scope, List.of()));
        }
        return fitting;
    }

    /** Where a version ends by its own dates or by the begin of a later one of the same policy. */
    static Instant end(SlaPolicy policy, Collection<SlaPolicy> all) {
        Instant end = policy.validTo() == null ? Instant.MAX : policy.validTo();
        for (SlaPolicy other : all) {
            if (other.policyId().equals(policy.policyId()) && other.version() > policy.version()) {
                end = earlier(end, begin(other));
            }
        }
        return end;
    }

    static Instant begin(SlaPolicy policy) {
        return policy.validFrom() == null ? Instant.MIN : policy.validFrom();
    }

    static boolean areForTheSamePages(SlaPolicy a, SlaPolicy b) {
        return Scope.of(a).equals(Scope.of(b));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** A version, in force from an instant to before another. */
    record Period(SlaPolicy policy, Instant from, Instant to) {

        /**
         * Whether an appeal whose clock starts under the version at {@code start} is held to it.
         * Its clock must start before the version ends; and the version must have begun at the
         * latest of the appeal's own times. So a message that an old version counts from its
         * detection and a new one from its publication, and that the switch finds between the two,
         * is held to the new version and not to none.
         */
        boolean holds(Instant start, Instant latest) {
            return start.isBefore(to) && !latest.isBefore(from);
        }
    }

    /** For which pages a policy is; parts are keys of {@link PlaceName}, null for all. */
    private record Scope(String region, String municipality, String agencyId) {

        static Scope of(SlaPolicy policy) {
            return new Scope(
                    PlaceName.key(policy.region()),
                    PlaceName.key(policy.municipality()),
                    policy.agencyId());
        }

        static Scope of(PageScope page) {
            return new Scope(
                    PlaceName.key(page.region()),
                    PlaceName.key(page.municipality()),
                    page.agencyId());
        }

        /** This scope and all that hold it, the narrowest first. */
        List<Scope> wider() {
            return Stream.of(
                            this,
                            new Scope(null, municipality, agencyId),
                            new Scope(region, null, agencyId),
                            new Scope(null, null, agencyId),
                            new Scope(region, municipality, null),
                            new Scope(null, municipality, null),
                            new Scope(region, null, null),
                            new Scope(null, null, null))
                    .distinct()
                    .toList();
        }
    }
}
