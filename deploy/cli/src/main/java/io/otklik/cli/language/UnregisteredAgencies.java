package io.otklik.cli.language;

import io.otklik.language.routing.RoutingTable;
import io.otklik.schemas.Community;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Agencies that appeals are routed to though the register has no page of theirs: what they owe
 * counts beside, not with, what the register's authorities owe.
 */
public final class UnregisteredAgencies {

    private static final int NAMED = 5;

    private UnregisteredAgencies() {}

    /**
     * One sentence to the user.
     *
     * @return empty if there are none, or if the register is empty: then nothing is known of it
     */
    public static Optional<String> sentence(RoutingTable table, Collection<Community> register) {
        if (register.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids =
                new TreeSet<>(
                        table.agencyIds(
                                register.stream()
                                        .map(Community::municipality)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet())));
        register.forEach(page -> ids.remove(page.agencyId()));
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = ids.stream().limit(NAMED).toList();
        int more = ids.size() - named.size();
        return Optional.of(
                "The register lacks of the routing table's agencies: %s%s; an authority that has another id there counts twice (docs/operator.md, Who owes an answer)."
                        .formatted(
                                String.join(", ", named),
                                more == 0 ? "" : " and %d more".formatted(more)));
    }
}
