package io.otklik.cli.demo;

import io.otklik.cli.ClickHouseHttp;
import io.otklik.cli.CommandException;
import io.otklik.cli.Otklik;
import io.otklik.cli.TerminalProgress;
import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.local.Home;
import io.otklik.local.LocalStack;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.kafka.Backlog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Shows the whole way on the sample region, by the same commands that a user would type. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Run the whole way on samples.",
        description = {
            "Start the stack, make the tables, import the sample region's register, policy and"
                    + " followers, submit every job and replay a fortnight of the region, with a live"
                    + " table.",
            "The stack stays up: look at Flink's page, ask ClickHouse, then run otklik down."
        },
        footer = {
            "",
            "Examples:",
            "  otklik demo",
            "  otklik demo --exit     replay at full speed, compare with what is known, end"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Spec private CommandSpec spec;

    @Option(
            names = "--exit",
            description = "End after the replay: code 0 if the summary is as expected, else 1.")
    private boolean exit;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Folder of the local stack's data and logs (default: .otklik of the project).")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Home home = Home.find();
        SampleFiles samples = new SampleFiles(home.root().resolve("deploy/samples/data"));
        start(samples);
        StackSettings settings =
                new LocalStack(
                                home,
                                folder == null ? StackFolder.of(home) : new StackFolder(folder))
                        .settings();
        Figures figures =
                new Figures(
                        new ClickHouseHttp(
                                ClickHouseOptions.of(settings.clickHouseUrl(), "otklik", "default"),
                                ""),
                        samples.communityIds());
        Figures.Totals before = figures.totals();
        watch(figures, settings, replay(samples));
        Summary summary = new Summary(samples.expected(), figures.totals().since(before));
        report(
                summary,
                Labelled.of(samples.labelledAppeals(), figures.appeals()),
                figures.dates(),
                settings);
        return exit && !summary.matches() ? CommandException.FAILED : 0;
    }

    /** What the jobs must know before the first message: pages, terms, followers, who owes what. */
    private void start(SampleFiles samples) {
        run("up");
        run("migrate");
        run("registry", "import", samples.path("registry.csv"));
        run("policy", "import", "--retroactive", samples.path("policy.yaml"));
        run("replay", "--format", "audience", samples.path("audience.jsonl"));
        run("submit", "appeals", "--job-option", "routing=" + samples.path("routing.yaml"));
        run("submit");
    }

    private CompletableFuture<Void> replay(SampleFiles samples) {
        // A fortnight in two minutes, or as fast as it goes; the platforms side by side.
        String speed = exit ? "max" : "10080";
        return CompletableFuture.allOf(
                samples.streams().entrySet().stream()
                        .map(
                                stream ->
                                        CompletableFuture.runAsync(
                                                () ->
                                                        quietly(
                                                                "replay",
                                                                "--speed",
                                                                speed,
                                                                "--format",
                                                                stream.getKey(),
                                                                stream.getValue())))
                        .toArray(CompletableFuture[]::new));
    }

    private void watch(Figures figures, StackSettings settings, CompletableFuture<Void> replay)
            throws IOException, InterruptedException, ExecutionException {
        Screen screen = new Screen(out(), TerminalProgress.isTerminal() && !exit);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long messages = figures.totals().messages();
        long then = System.nanoTime();
        try (Backlog backlog = new Backlog(settings.bootstrapServers())) {
            while (!replay.isDone() || !Way.isWorkedThrough(backlog)) {
                Thread.sleep(1_000);
                Figures.Totals now = figures.totals();
                double seconds = (System.nanoTime() - then) / 1e9;
                screen.show(now, (now.messages() - messages) / seconds, figures.last(12));
                messages = now.messages();
                then = System.nanoTime();
                if (then > deadline) {
                    throw CommandException.failed(
                            "The jobs have not worked through the samples within %d minutes; see otklik status and Flink's page %s."
                                    .formatted(PATIENCE.toMinutes(), settings.flinkUrl()));
                }
            }
        }
        replay.get();
    }

    private void report(
            Summary summary, Labelled labelled, Figures.Dates dates, StackSettings settings) {
        out().println();
        summary.print(out());
        out().println();
        out().println(
                        summary.matches()
                                ? "Итог совпадает с ожидаемым: те же решения, посчитанные по файлам"
                                        + " без Kafka, Flink и ClickHouse."
                                : "Итог отличается от ожидаемого (≠); если эти файлы или другие"
                                        + " данные уже проигрывались, начните с чистого стенда:"
                                        + " ./otklik down && rm -r .otklik");
        labelled.print(out());
        out().printf(
                        "Сообщения образца – с %s по %s, поэтому сегодня просрочено %d открытых"
                                + " обращений из %d.%n",
                        dates.first(), dates.last(), dates.overdue(), dates.open());
        out().println("Flink:      " + settings.flinkUrl());
        out().println("ClickHouse: " + settings.clickHouseUrl() + "  (./otklik query \"…\")");
        out().println("Kafka:      " + settings.bootstrapServers());
        out().println("Остановить: ./otklik down");
    }

    /** Runs another command of this program; its words go where this command's go. */
    private void run(String... words) {
        execute(spec.commandLine().getOut(), spec.commandLine().getErr(), words);
    }

    /** Runs another command beside the live table; only a failure is heard of. */
    private void quietly(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        try {
            execute(writer, writer, words);
        } catch (CommandException e) {
            throw CommandException.failed(said.toString().strip(), e);
        }
    }

    private void execute(PrintWriter out, PrintWriter err, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (folder != null) {
            all.addAll(List.of("--dir", folder.toString()));
        }
        int code = Otklik.commandLine(out, err).execute(all.toArray(String[]::new));
        if (code != 0) {
            throw CommandException.failed(
                    "The demo ends here: otklik %s failed.".formatted(words[0]));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
