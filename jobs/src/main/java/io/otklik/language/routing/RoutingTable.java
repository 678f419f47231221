package io.otklik.language.routing;

import io.otklik.language.topic.TopicCatalog;
import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Routes a message to the agency that owes the answer: rows from the top, the first that holds
 * decides, else the fallback. Immutable and safe for many threads.
 */
public final class RoutingTable {

    private static final String BUNDLED = "/routing/routing.yaml";

    private static final Set<String> ROW_KEYS =
            Set.of(
                    "id",
                    "groups",
                    "topics",
                    "municipalities",
                    "levels",
                    "spheres",
                    "pages",
                    "agency");

    private final String version;
    private final String fallback;
    private final Map<String, String> agencies;
    private final List<RouteRow> rows;

    private final long checksum;

    private RoutingTable(
            String version,
            String fallback,
            Map<String, String> agencies,
            List<RouteRow> rows,
            long checksum) {
        this.version = version;
        this.fallback = fallback;
        this.agencies = agencies;
        this.rows = List.copyOf(rows);
        this.checksum = checksum;
    }

    /** The table that comes with the project. */
    public static RoutingTable bundled() {
        return read(bundledYaml());
    }

    /** The text of that table. */
    public static String bundledYaml() {
        try (InputStream in = RoutingTable.class.getResourceAsStream(BUNDLED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a region's table.
     *
     * @throws YamlProblem if it names an unknown group, topic or agency, has an id twice or cannot
     *     be understood; names the line
     */
    public static RoutingTable read(String yaml) {
        try {
            CRC32 checksum = new CRC32();
            checksum.update(yaml.getBytes(StandardCharsets.UTF_8));
            return of(StrictYaml.read(new StringReader(yaml)), checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RoutingTable of(StrictYaml root, long checksum) {
        root.allow(Set.of("version", "fallback", "agencies", "rows"));
        Map<String, String> agencies = new LinkedHashMap<>();
        root.get("agencies").map().forEach((id, name) -> agencies.put(id, name.text()));
        StrictYaml fallback = root.get("fallback");
        if (!agencies.containsKey(fallback.text())) {
            throw fallback.problem(
                    "“" + fallback.text() + "” is none of the agencies " + agencies.keySet());
        }
        List<RouteRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (StrictYaml node : root.get("rows").list()) {
            RouteRow row = row(node, agencies);
            if (!ids.add(row.id())) {
                throw node.problem("The row “" + row.id() + "” stands twice.");
            }
            rows.add(row);
        }
        return new RoutingTable(
                root.get("version").text(), fallback.text(), agencies, rows, checksum);
    }

    private static RouteRow row(StrictYaml node, Map<String, String> agencies) {
        node.allow(ROW_KEYS);
        TopicCatalog catalog = TopicCatalog.bundled();
        for (String group : node.texts("groups")) {
            if (!catalog.hasGroup(group)) {
                throw node.problem("“" + group + "” is no group of the official list.");
            }
        }
        for (String topic : node.texts("topics")) {
            if (!catalog.hasTopic(topic)) {
                throw node.problem("“" + topic + "” is no topic of the official list.");
            }
        }
        String agency = node.get("agency").text();
        if (!agencies.containsKey(agency)
                && !agency.equals(RouteRow.PAGE)
                && !agency.equals(RouteRow.MUNICIPALITY)) {
            throw node.get("agency")
                    .problem(
                            "“%s” is none of the agencies; possible are %s, page, municipality."
                                    .formatted(agency, agencies.keySet()));
        }
        return new RouteRow(
                node.get("id").text(),
                Set.copyOf(node.texts("groups")),
                Set.copyOf(node.texts("topics")),
                Set.copyOf(node.texts("municipalities")),
                Set.copyOf(node.texts("levels")),
                Set.copyOf(node.texts("spheres")),
                Set.copyOf(node.texts("pages")),
                agency);
    }

    /** Names of the agencies by their ids. */
    public Map<String, String> agencies() {
        return Map.copyOf(agencies);
    }

    /**
     * The id of every agency that owes an answer by this table, but for the pages' own ones.
     *
     * @param municipalities of the pages: each has an administration where a row says {@value
     *     RouteRow#MUNICIPALITY}
     */
    public Set<String> agencyIds(Collection<String> municipalities) {
        Set<String> ids = new HashSet<>(agencies.keySet());
        if (rows.stream().anyMatch(row -> row.agency().equals(RouteRow.MUNICIPALITY))) {
            municipalities.forEach(municipality -> ids.add(administration(municipality)));
        }
        return ids;
    }

    public String version() {
        return version;
    }

    /** Of the text that it was read from. */
    public long checksum() {
        return checksum;
    }

    /** Number of rows. */
    public int rows() {
        return rows.size();
    }

    /** The agency that owes the answer; every message has one. */
    public Route route(RouteQuery query) {
        for (RouteRow row : rows) {
            if (row.holds(query)) {
                Route route = by(row, query);
                if (route != null) {
                    return route;
                }
            }
        }
        return new Route(fallback, agencies.get(fallback), "route:fallback");
    }

    private static String administration(String municipality) {
        return "municipality:" + municipality;
    }

    /** The route by a row that holds, or null where the page does not tell the agency. */
    private Route by(RouteRow row, RouteQuery query) {
        String reason = "route:" + row.id();
        return switch (row.agency()) {
            case RouteRow.PAGE ->
                    query.pageAgencyId() == null
                            ? null
                            : new Route(query.pageAgencyId(), query.pageAgencyName(), reason);
            case RouteRow.MUNICIPALITY ->
                    query.municipality() == null
                            ? null
                            : new Route(
                                    administration(query.municipality()),
                                    "Администрация: " + query.municipality(),
                                    reason);
            default -> new Route(row.agency(), agencies.get(row.agency()), reason);
        };
    }
}
