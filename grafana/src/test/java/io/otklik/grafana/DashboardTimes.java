package io.otklik.grafana;

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
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Times every query of the dashboards and rules on a year of a large region: what a reader waits
 * for. The data lies in the folder of the first argument; it is filled if it is not there.
 */
public final class DashboardTimes {

    private static final String DATABASE = "year";

    private record Time(String name, double seconds, String note) {}

    private DashboardTimes() {}

    /**
     * @param args the folder of the data
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path filled = folder.resolve("filled");
        try (ClickHouseServer server =
                ClickHouseServer.start(ServerConfig.local(folder.resolve("data"), 0))) {
            new Engine(server.httpUrl(), "default")
                    .run("CREATE DATABASE IF NOT EXISTS " + DATABASE);
            Migrations.run(
                    server.jdbcUrl(DATABASE), "default", "", MigrationSettings.singleServer());
            Engine engine = new Engine(server.httpUrl(), DATABASE);
            if (Files.notExists(filled)) {
                new Centre(engine, Scale.YEAR).fill();
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
        List<Time> times = new ArrayList<>();
        for (Dashboard dashboard : Dashboard.all()) {
            Choices choices = Choices.of(dashboard, engine);
            for (Panel panel : dashboard.panels()) {
                if (!panel.queries().isEmpty()) {
                    times.add(time(engine, panel, "all", start(engine, panel, choices)));
                }
            }
        }
        for (Rule rule : Rule.all()) {
            if (!rule.sql().isEmpty()) {
                times.add(time(engine, "rule · " + rule, "", rule.sql()));
            }
        }
        times.sort(Comparator.comparingDouble(Time::seconds).reversed());
        times.forEach(
                one -> System.out.printf("%7.3f s  %s %s%n", one.seconds, one.name, one.note));
    }

    private static Variables start(Engine engine, Panel panel, Choices choices) {
        if (!panel.dashboard().uid().equals("otklik-appeal")) {
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

    private static Time time(Engine engine, Panel panel, String note, Variables variables) {
        return time(
                engine, panel.toString(), note, PanelQuery.sql(panel, variables, Instant.now()));
    }

    /** The better of two tries: the first may read from the disk. */
    private static Time time(Engine engine, String name, String note, String sql) {
        double best = Double.MAX_VALUE;
        try {
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                engine.ask(sql);
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            return new Time(name, best, note);
        } catch (AssertionError e) {
            return new Time(name, Double.MAX_VALUE, e.getMessage());
        }
    }
}
