package io.otklik.cli;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.time.Period;
import java.util.concurrent.Callable;

/** Brings ClickHouse's tables to this version. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        header = "Make ClickHouse's tables and views, or bring them up to date.",
        footer = {
            "",
            "Examples:",
            "  otklik migrate",
            "  otklik migrate --clickhouse-url http://ch1:8123 --cluster main \\",
            "      --keep-texts 24"
        })
final class MigrateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description = "Make replicated tables on every server of this cluster.")
    private String cluster;

    @Option(
            names = "--keep-texts",
            paramLabel = "MONTHS",
            defaultValue = "36",
            description =
                    "Months after which residents' texts are wiped, in tables that this run makes;"
                            + " those that stand keep theirs (default: ${DEFAULT-VALUE}).")
    private int textMonths;

    @Option(
            names = "--keep-dead-letters",
            paramLabel = "DAYS",
            defaultValue = "30",
            description =
                    "Days after which dead letters' payloads are wiped, likewise (default:"
                            + " ${DEFAULT-VALUE}).")
    private int deadLetterDays;

    @Override
    public Integer call() {
        ClickHouseOptions target = clickHouse.options(stack);
        int run =
                Migrations.run(
                        jdbcUrl(target), target.user(), ClickHouseOption.password(), settings());
        spec.commandLine()
                .getOut()
                .println(
                        run == 0
                                ? "Database %s is up to date.".formatted(target.database())
                                : "Database %s: %s run."
                                        .formatted(
                                                target.database(), Counted.of(run, "migration")));
        return 0;
    }

    static String jdbcUrl(ClickHouseOptions target) {
        String server = target.url().replaceFirst("^https?:", "jdbc:clickhouse:");
        return server
                + '/'
                + target.database()
                + (target.url().startsWith("https:") ? "?ssl=true" : "");
    }

    private MigrationSettings settings() {
        try {
            return new MigrationSettings(
                    cluster, Period.ofMonths(textMonths), Duration.ofDays(deadLetterDays));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }
}
