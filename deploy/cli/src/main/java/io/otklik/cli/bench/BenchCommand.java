package io.otklik.cli.bench;

import io.otklik.cli.CommandException;
import io.otklik.cli.JobsJar;
import io.otklik.cli.TerminalProgress;
import io.otklik.local.Home;
import io.otklik.schemas.Json;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Measures each step of the way, and how long a row takes to be seen. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        header = "Measure the throughput and latency of each step.",
        description =
                "Measure, in one run and on a stack of its own: events a second and CPU "
                        + "seconds per million events of each step, and the time from an event in "
                        + "Kafka to its row in ClickHouse. Compare the ratios to step (b), not the "
                        + "figures, between runs and machines.",
        footer = {
            "",
            "Examples:",
            "  otklik bench",
            "  otklik bench --events 200000 --latency-seconds 20 --output bench.json"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final String DATABASE = "otklik";

    @Spec private CommandSpec spec;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events of each step (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "600000",
            description =
                    "Events of the round before, which is not reported; engagement makes its rows every ten"
                            + " seconds, so that with fewer the compiler is measured (default:"
                            + " ${DEFAULT-VALUE}).")
    private long warmUp;

    @Option(
            names = "--steps",
            paramLabel = "LETTERS",
            defaultValue = "abcdefg",
            description =
                    "Only these steps, for a closer look at one; what they read is made too"
                            + " (default: ${DEFAULT-VALUE}).")
    private String steps;

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "Seconds at 1,000 events a second; 0 leaves it out (default: ${DEFAULT-VALUE}).")
    private int latencySeconds;

    @Option(names = "--seed", defaultValue = "1", description = "Of the generated events (1).")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Write the result as JSON too (default: bench.json in the current folder).",
            defaultValue = "bench.json")
    private Path output;

    @Override
    public Integer call() throws Exception {
        if (events < 1_000 || warmUp < 0 || latencySeconds < 0) {
            throw CommandException.wrongInput(
                    "Give at least 1000 --events, and --warm-up and --latency-seconds from 0.");
        }
        Set<Step> asked = asked();
        Home home = Home.find();
        Path folder = Files.createTempDirectory("otklik-bench");
        Report report;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
                BenchStack stack = new BenchStack(home, folder, progress)) {
            stack.up(JobsJar.built(home));
            report = measure(stack, asked, progress);
        } finally {
            delete(folder);
        }
        report.print(spec.commandLine().getOut());
        Files.write(output, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        return 0;
    }

    private Set<Step> asked() {
        try {
            return Step.ofLetters(steps);
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(
                    "%s: --steps takes letters from a to g.".formatted(e.getMessage()));
        }
    }

    private Report measure(BenchStack stack, Set<Step> asked, TerminalProgress progress)
            throws Exception {
        Migrations.run(
                stack.settings().clickHouseUrl().replaceFirst("^http:", "jdbc:clickhouse:")
                        + '/'
                        + DATABASE,
                "default",
                "",
                MigrationSettings.singleServer());
        Steps way = new Steps(stack, DATABASE);
        if (warmUp > 0) {
            progress.working("Warming up with %,d events".formatted(warmUp));
            way.run(seed + 1, warmUp, asked);
        }
        progress.working("Measuring the steps with %,d events".formatted(events));
        List<Measure> measures = way.run(seed, events, asked);
        progress.done("Steps measured.");
        List<Latency> latencies = List.of();
        if (latencySeconds > 0) {
            progress.working("Measuring latency for %d s".formatted(latencySeconds));
            latencies = new LatencyProbe(stack, DATABASE).run(seed + 2, latencySeconds);
        }
        return new Report(
                Runtime.getRuntime().availableProcessors(), events, seed, measures, latencies);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
