package io.otklik.connectors.alert.config;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Urgency;

import java.util.Set;

/**
 * Which alerts are meant: those that suit every set; an empty set suits all.
 *
 * @param levels of escalation, from 1
 */
public record AlertFilter(
        Set<String> agencies,
        Set<String> communities,
        Set<AlertKind> kinds,
        Set<Integer> levels,
        Set<Urgency> urgencies) {

    public AlertFilter {
        agencies = Set.copyOf(agencies);
        communities = Set.copyOf(communities);
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        urgencies = Set.copyOf(urgencies);
    }

    public boolean matches(Alert alert) {
        return suits(agencies, alert.agencyId())
                && suits(communities, alert.communityId())
                && suits(kinds, alert.kind())
                && suits(levels, alert.level())
                && suits(urgencies, alert.urgency() == null ? Urgency.NORMAL : alert.urgency());
    }

    private static <T> boolean suits(Set<T> wanted, T value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }
}
