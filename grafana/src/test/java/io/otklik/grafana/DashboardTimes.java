package io.otklik.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.otklik.grafana.data.Centre;
import io.otklik.grafana.data.Scale;
import io.otklik.grafana.file.Dashboard;
import io.otklik.grafana.file.Panel;
import io.otklik.grafana.file.Rule;
import io.otklik.grafana.query.Choices;
import io.otklik.grafana.query.Engine;
import io.otklik.grafana.query.PanelQuery;
import io.otklik.grafana.query.Variables;
import io.otklik.local.clickhouse.ClickHouseServer;
import io.otklik.local.clickhouse.ServerConfig;
import io.otklik.local.clickhouse.engine.EngineOptions;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Times every query of the dashboards and rules on a year of a large region: what a reader waits
 * for. The data lies in the folder of the first argument; it is filled if it is not there.
 */
public final class DashboardTimes {

    private static final String DATABASE = "centre";
    private static final int TRIES = 3;
    private static final double PATIENCE_SECONDS = 2;

    /** A small server's, not that of the local stack, which shares its machine with all else. */
    private static final int MEMORY_MEGABYTES = 4096;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /**
     * @param seconds by the clock
     * @param busy seconds of processors: on a machine that others use too, the truer figure
     */
    private record Time(String name, double seconds, double busy, String note) {}

    private DashboardTimes() {}

    /**
     * @param args the folder of the data, and a scale's name
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path filled = folder.resolve("filled");
        try (ClickHouseServer server =
                ClickHouseServer.start(
                        new ServerConfig(
                                folder.resolve("data"),
                                "127.0.0.1",
                                0,
                                "default",
                                "",
                                null,
                                new EngineOptions(MEMORY_MEGABYTES)))) {
            new Engine(server.httpUrl(), "default")
                    .run("CREATE DATABASE IF NOT EXISTS " + DATABASE);
            Migrations.run(
                    server.jdbcUrl(DATABASE), "default", "", MigrationSettings.singleServer());
            Engine engine = new Engine(server.httpUrl(), DATABASE);
            if (Files.notExists(filled)) {
                new Centre(engine, Scale.of(args[1])).fill();
                Files.createFile(filled);
            }
            print(engine);
        }
    }

    private static void print(Engine engine) {
        System.out.println(
                "rows: "
                        + engine.ask(
                                        "SELECT (SELECT count() FROM appeal_event), (SELECT count()"
                                                + " FROM message), (SELECT count() FROM appeal), (SELECT"
                                                + " count() FROM alert)")
                                .rows());
        List<Time> year = times(engine, Duration.ofDays(365));
        list("Over a year", year);
        List<Time> opened = times(engine, null);
        Rule.all().stream()
                .filter(rule -> !rule.sql().isEmpty())
                .forEach(rule -> opened.add(time(engine, "rule · " + rule, rule.sql())));
        list("As dashboards open, and rules", opened);
        // By both: on a machine that others use too, the clock tells of them.
        if (opened.stream().anyMatch(one -> Math.min(one.seconds, one.busy) > PATIENCE_SECONDS)) {
            throw new IllegalStateException(
                    "Some take longer than " + PATIENCE_SECONDS + " seconds");
        }
    }

    private static void list(String heading, List<Time> times) {
        System.out.println(heading);
        times.sort(Comparator.comparingDouble(Time::seconds).reversed());
        times.forEach(
                one ->
                        System.out.printf(
                                "%7.3f s %7.3f s of processors  %s %s%n",
                                one.seconds, one.busy, one.name, one.note));
    }

    /**
     * @param back how much time the reader chose; null for what a dashboard opens with
     */
    private static List<Time> times(Engine engine, Duration back) {
        List<Time> times = new ArrayList<>();
        Instant now = Instant.now();
        for (Dashboard dashboard : Dashboard.all()) {
            Choices choices = Choices.of(dashboard, engine);
            for (JsonNode variable : dashboard.variables()) {
                String sql = variable.path("query").path("rawSql").asText();
                if (back == null && !sql.isEmpty()) {
                    String name = dashboard + " · variable " + variable.path("name").asText();
                    times.add(time(engine, name, choices.atStart().apply(sql)));
                }
            }
            for (Panel panel : dashboard.panels()) {
                if (!panel.queries().isEmpty()) {
                    Variables variables = start(engine, dashboard, choices);
                    String sql =
                            back == null
                                    ? PanelQuery.sql(panel, variables, now)
                                    : PanelQuery.sql(panel, variables, now.minus(back), now);
                    times.add(time(engine, panel.toString(), sql));
                }
            }
        }
        return times;
    }

    private static Variables start(Engine engine, Dashboard dashboard, Choices choices) {
        if (!dashboard.uid().equals("otklik-appeal")) {
            return choices.atStart();
        }
        String id =
                engine.ask("SELECT appeal_id FROM appeal WHERE answers > 0 LIMIT 1")
                        .rows()
                        .get(0)
                        .get(0)
                        .asText();
        return choices.with("id", id);
    }

    /** The best of three tries: the first may read from the disk. */
    private static Time time(Engine engine, String name, String sql) {
        Time best = new Time(name, Double.MAX_VALUE, Double.MAX_VALUE, "");
        try {
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                long busy = PROCESS.getProcessCpuTime();
                engine.ask(sql);
                busy = PROCESS.getProcessCpuTime() - busy;
                double seconds = (System.nanoTime() - start) / 1e9;
                if (seconds < best.seconds) {
                    best = new Time(name, seconds, busy / 1e9, "");
                }
            }
            return best;
        } catch (AssertionError e) {
            return new Time(name, Double.MAX_VALUE, Double.MAX_VALUE, e.getMessage());
        }
    }
}
