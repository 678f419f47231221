package io.otklik.language.routing;

import java.util.Set;

/**
 * One row of the routing table. An empty condition does not matter; {@value #UNKNOWN} holds for
 * what is not known of the message or its page.
 *
 * @param agency id of an agency, {@link #PAGE} or {@link #MUNICIPALITY}
 */
record RouteRow(
        String id,
        Set<String> groups,
        Set<String> topics,
        Set<String> municipalities,
        Set<String> levels,
        Set<String> spheres,
        Set<String> pages,
        String agency) {

    static final String PAGE = "page";

    static final String MUNICIPALITY = "municipality";

    static final String UNKNOWN = "unknown";

    boolean holds(RouteQuery query) {
        return holds(groups, query.group())
                && holds(topics, query.topic())
                && holds(municipalities, query.municipality())
                && holds(levels, query.level())
                && holds(spheres, query.sphere())
                && holds(pages, query.pageId());
    }

    private static boolean holds(Set<String> wanted, String value) {
        return wanted.isEmpty()
                || wanted.contains(value == null || value.isBlank() ? UNKNOWN : value);
    }
}
