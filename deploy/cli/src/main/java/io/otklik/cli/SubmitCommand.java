package io.otklik.cli;

import io.otklik.cli.language.RoutingFile;
import io.otklik.cli.language.UnregisteredAgencies;
import io.otklik.cli.policy.KnownPolicies;
import io.otklik.cli.topic.StateTopic;
import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.kafka.ConsumerGroups;
import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.language.routing.RoutingTable;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.StartFrom;
import io.otklik.schemas.migration.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Starts jobs on the local cluster, or on another. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        header = "Start jobs on the local stack or another cluster.",
        description =
                "Start jobs: normalize, appeals, incidents, response, misinformation, "
                        + "engagement and store, all if none is named. A job that runs already is "
                        + "left alone: --from and --job-option are checked, and take effect when it "
                        + "is cancelled and submitted anew. Missing topics are made first.",
        footer = {
            "",
            "Examples:",
            "  otklik submit",
            "  otklik submit appeals --from none",
            "  otklik submit store --job-option batch-rows=50000",
            "  otklik submit --jobmanager flink.example:8081 --kafka kafka1:9092 \\",
            "      --replication 3 --clickhouse-url http://clickhouse.example:8123"
        })
final class SubmitCommand implements Callable<Integer> {

    /** Options of jobs that name a file or a folder. */
    private static final Set<String> FILES = Set.of("--routing", "--model", "--spikes");

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private ClickHouseOption clickHouse;
    @Mixin private JsonOption json;

    @Parameters(
            arity = "0..*",
            paramLabel = "JOB",
            description =
                    "Any of normalize, appeals, incidents, response, misinformation, engagement,"
                            + " store; all by default.")
    private List<String> jobs = List.of();

    @Option(
            names = "--jobmanager",
            paramLabel = "HOST:PORT",
            description = "REST interface of another Flink cluster (default: the local stack's).")
    private String jobManager;

    @Option(
            names = "--from",
            paramLabel = "latest|none|PATH",
            defaultValue = "latest",
            description =
                    "State to start from: the job's latest checkpoint or savepoint, none, or "
                            + "the path of one (default: ${DEFAULT-VALUE}). Of another cluster the "
                            + "latest is what its JobManager remembers, else what lies in the job's "
                            + "folder of checkpoints, if this machine sees it. A job that ran before and "
                            + "whose state is not found is not started.")
    private String from;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The jobs' jar (default: the one that this project built).")
    private Path jar;

    @Option(
            names = "--job-option",
            paramLabel = "KEY=VALUE",
            description = "An option of the jobs that are named; may be repeated.")
    private List<String> jobOptions = List.of();

    @Option(
            names = "--keep",
            paramLabel = "DURATION",
            description =
                    "Do not end, but look so often (like PT30S) and start again, from its latest"
                            + " state, what the cluster does not run: for one whose JobManager has no"
                            + " high availability. End this first to cancel a job, or to stop it by a"
                            + " savepoint.")
    private String keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Duration every = every();
        List<JobName> wanted = JobName.parse(jobs);
        Map<String, String> given = given();
        StartFrom start = start();
        boolean more = !given.isEmpty() || start.kind() != StartFrom.Kind.LATEST;
        Path chosenJar = jar == null ? JobsJar.built(stack.home()) : jar;
        if (!Files.isRegularFile(chosenJar)) {
            throw CommandException.wrongInput("There is no jar %s.".formatted(chosenJar));
        }
        String servers = kafka.serversWithTopics(stack);
        ClickHouseOptions target = wanted.contains(JobName.STORE) ? tables() : null;
        if (wanted.contains(JobName.APPEALS)) {
            new KnownPolicies(servers).sendShippedCalendars();
        }
        List<JobSpec> specs =
                wanted.stream()
                        .map(
                                job ->
                                        new JobSpec(
                                                job.flinkName(),
                                                job.mainClass(),
                                                job.arguments(servers, target, options(job, given)),
                                                chosenJar))
                        .toList();
        List<Submission> done = new ArrayList<>();
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
                JobStarter starter = starter(servers)) {
            for (JobSpec one : specs) {
                progress.working("Starting " + one.name());
                Submission submission = starter.start(one, start);
                if (!submission.started() && !given.isEmpty()) {
                    starter.check(one);
                }
                done.add(submission);
                if (one.name().equals(JobName.APPEALS.flinkName()) && submission.started()) {
                    warnOfUnregisteredAgencies(servers, given.get("--routing"));
                }
            }
            for (Submission submission : done) {
                progress.working("Waiting for the tasks of " + submission.job());
                starter.awaitRunning(submission);
                if (!json.isGiven()) {
                    progress.done(submission.sentence(more));
                }
            }
        }
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), done);
        }
        if (every != null) {
            new JobKeeper(specs, () -> starter(servers), spec.commandLine().getErr()).keep(every);
        }
        return 0;
    }

    /**
     * @param file the routing table that was given; null for the one that comes along
     */
    private void warnOfUnregisteredAgencies(String servers, String file) throws IOException {
        if (file != null && jobManager != null && !Files.exists(Path.of(file))) {
            // The job found it on the JobManager.
            return;
        }
        UnregisteredAgencies.sentence(
                        file == null ? RoutingTable.bundled() : RoutingFile.read(Path.of(file)),
                        StateTopic.communities(servers).read().values())
                .ifPresent(spec.commandLine().getErr()::println);
    }

    private JobStarter starter(String servers) {
        return jobManager == null
                ? new LocalJobStarter(stack.stack())
                : new RemoteJobStarter(
                        jobManager, job -> ConsumerGroups.hasRead(KafkaOptions.of(servers, job)));
    }

    private Duration every() {
        if (keep == null) {
            return null;
        }
        try {
            Duration every = Duration.parse(keep);
            if (every.compareTo(Duration.ZERO) > 0) {
                return every;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw CommandException.wrongInput(
                "--keep is a duration above zero like PT30S, not %s.".formatted(keep));
    }

    private List<String> options(JobName job, Map<String, String> given) {
        Map<String, String> options =
                new LinkedHashMap<>(job.localOptions(jobManager == null, !kafka.isGiven()));
        options.putAll(given);
        List<String> words = new ArrayList<>();
        options.forEach((key, value) -> words.addAll(List.of(key, value)));
        return words;
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String option : jobOptions) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw CommandException.wrongInput(
                        "--job-option is KEY=VALUE, not %s.".formatted(option));
            }
            String key = "--" + option.substring(0, equals);
            String value = option.substring(equals + 1);
            // The JobManager runs the job's main, and the local one does so in a folder of its own.
            boolean isLocalFile = jobManager == null && FILES.contains(key);
            given.put(key, isLocalFile ? Path.of(value).toAbsolutePath().toString() : value);
        }
        return given;
    }

    /**
     * Where state comes from. The local stack sees no other disk than this one; what another
     * cluster sees is not known here.
     */
    private StartFrom start() {
        StartFrom start = StartFrom.parse(from);
        if (jobManager != null
                || start.kind() != StartFrom.Kind.PATH
                || from.matches("(?!file:)\\w+:.*")) {
            return start;
        }
        Path path = Path.of(from.replaceFirst("^file:(//)?", "")).toAbsolutePath();
        if (!Files.isRegularFile(path) && !Files.isRegularFile(path.resolve("_metadata"))) {
            throw CommandException.wrongInput(
                    "There is no checkpoint or savepoint at %s.".formatted(path));
        }
        return StartFrom.parse(path.toUri().toString());
    }

    /** The job that stores would wait for ever for tables and columns that nobody makes. */
    private ClickHouseOptions tables() throws IOException {
        ClickHouseOptions target = clickHouse.options(stack);
        ClickHouseHttp http = new ClickHouseHttp(target, ClickHouseOption.password());
        String found =
                http.line(
                        "SELECT count() FROM system.tables WHERE database = '%s' AND name = 'message'"
                                .formatted(target.database()));
        if (!found.equals("1")) {
            throw CommandException.failed(
                    "ClickHouse at %s has no tables in database %s; run otklik migrate first."
                            .formatted(target.url(), target.database()));
        }
        int pending =
                Migrations.pending(
                        MigrateCommand.jdbcUrl(target), target.user(), ClickHouseOption.password());
        if (pending > 0) {
            throw CommandException.failed(
                    "Database %s of ClickHouse at %s lacks %s of this build; run otklik migrate first."
                            .formatted(
                                    target.database(),
                                    target.url(),
                                    Counted.of(pending, "migration")));
        }
        return target;
    }
}
