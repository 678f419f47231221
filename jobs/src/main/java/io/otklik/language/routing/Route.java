package io.otklik.language.routing;

/**
 * Who owes the answer.
 *
 * @param agencyId id of the table's agency, or the register's id of the page's own one
 * @param reason {@code "route:<row>"}, or {@code "route:fallback"}
 */
public record Route(String agencyId, String agencyName, String reason) {}
