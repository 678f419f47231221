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
import io.otklik.schemas.Json;
import io.otklik.schemas.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Shows the whole way on the sample region, by the same commands that a user would type. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Run the whole way on samples.",
        description = {
            "Start the stack, make the tables, import the sample region's register and policy, submit"
                    + " every job and replay a fortnight of the region, with a live table.",
            "The stack stays up: look at Flink's page, ask ClickHouse, then run otklik down."
        },
        footer = {
            "",
            "Examples:",
            "  otklik demo",
            "  otklik demo --exit     replay at full speed, compare with what is known, end"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Map<String, String> STREAMS =
            Map.of(
                    "vk", "vk-callback.jsonl",
                    "telegram", "telegram-updates.jsonl",
                    "message", "ok-messages.jsonl");

    /** Which topics each job's consumer group works through, in the order of the way. */
    private static final List<Map.Entry<String, List<Topic>>> WAY =
            List.of(
                    Map.entry(
                            "normalize",
                            List.of(Topic.RAW_VK, Topic.RAW_TELEGRAM, Topic.RAW_MESSAGE)),
                    Map.entry("appeals", List.of(Topic.MESSAGE, Topic.COMMUNITY)),
                    Map.entry("incidents", List.of(Topic.APPEAL)),
                    Map.entry("response", List.of(Topic.APPEAL)),
                    Map.entry("misinformation", List.of(Topic.MESSAGE, Topic.COMMUNITY)),
                    Map.entry(
                            "engagement",
                            List.of(
                                    Topic.MESSAGE,
                                    Topic.COUNTER,
                                    Topic.COMMUNITY,
                                    Topic.AUDIENCE,
                                    Topic.APPEAL)),
                    Map.entry(
                            "store",
                            List.of(
                                    Topic.MESSAGE,
                                    Topic.COUNTER,
                                    Topic.COMMUNITY,
                                    Topic.APPEAL,
                                    Topic.APPEAL_EVENT,
                                    Topic.INCIDENT,
                                    Topic.RESPONSE_WINDOW,
                                    Topic.SUSPICION,
                                    Topic.COPY,
                                    Topic.AUDIENCE,
                                    Topic.ENGAGEMENT_WINDOW,
                                    Topic.DEAD_LETTER)));

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
        Path data = home.root().resolve("deploy/samples/data");
        run("up");
        run("migrate");
        run("submit");
        run("registry", "import", data.resolve("registry.csv").toString());
        run("policy", "import", "--retroactive", data.resolve("policy.yaml").toString());
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
                        communityIds(data.resolve("registry.csv")));
        Figures.Totals before = figures.totals();
        CompletableFuture<Void> replay = replay(data);
        watch(figures, settings, replay);
        Summary summary = new Summary(expected(data), figures.totals().since(before));
        report(summary, settings);
        return exit && !summary.matches() ? CommandException.FAILED : 0;
    }

    private CompletableFuture<Void> replay(Path data) {
        // A fortnight in two minutes, or as fast as it goes; the platforms side by side.
        String speed = exit ? "max" : "10080";
        return CompletableFuture.allOf(
                STREAMS.entrySet().stream()
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
                                                                data.resolve(stream.getValue())
                                                                        .toString())))
                        .toArray(CompletableFuture[]::new));
    }

    private void watch(Figures figures, StackSettings settings, CompletableFuture<Void> replay)
            throws IOException, InterruptedException, ExecutionException {
        Screen screen = new Screen(out(), TerminalProgress.isTerminal() && !exit);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long messages = figures.totals().messages();
        long then = System.nanoTime();
        try (Backlog backlog = new Backlog(settings.bootstrapServers())) {
            while (!replay.isDone() || !isWorkedThrough(backlog)) {
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

    private static boolean isWorkedThrough(Backlog backlog)
            throws InterruptedException, ExecutionException {
        for (Map.Entry<String, List<Topic>> step : WAY) {
            List<String> topics = step.getValue().stream().map(Topic::topicName).toList();
            if (!backlog.isEmpty("otklik-" + step.getKey(), topics)) {
                return false;
            }
        }
        return true;
    }

    private void report(Summary summary, StackSettings settings) {
        out().println();
        summary.print(out());
        out().println();
        out().println(
                        summary.matches()
                                ? "Итог совпадает с расчётом по файлам."
                                : "Итог отличается от расчёта по файлам (≠); если эти файлы или"
                                        + " другие данные уже проигрывались, начните с чистого"
                                        + " стенда: ./otklik down && rm -r .otklik");
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

    private static Figures.Totals expected(Path data) throws IOException {
        return Json.MAPPER.readValue(
                Files.readAllBytes(data.resolve("expected.json")), Figures.Totals.class);
    }

    private static List<String> communityIds(Path register) throws IOException {
        return Files.readAllLines(register).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }
}
