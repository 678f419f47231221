package io.otklik.local.flink;

import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text of Flink's {@code config.yaml} for a cluster of one JobManager and one TaskManager on
 * 127.0.0.1, otherwise set as on a cluster.
 */
public final class FlinkConfiguration {

    /** Heap of the TaskManager, MiB: the framework's 128 and the tasks' rest. */
    static final int TASK_MANAGER_HEAP = 2560;

    /** Of every job that does not set its own. */
    static final String PARALLELISM = "2";

    private static final int FRAMEWORK_HEAP = 128;

    /** Direct memory of the TaskManager, MiB: framework, tasks, network. */
    static final int TASK_MANAGER_DIRECT = 128 + 64 + 96;

    private FlinkConfiguration() {}

    /** The file's text. */
    public static String yaml(StackFolder folder, StackSettings settings) {
        return options(folder, settings).entrySet().stream()
                .map(option -> option.getKey() + ": " + quoted(option.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static Map<String, String> options(StackFolder folder, StackSettings settings) {
        Map<String, String> options = new LinkedHashMap<>();
        addresses(options, settings);
        memory(options);
        checkpoints(options, folder);
        restarts(options);
        // Every record type is a POJO; a type that Flink would give to Kryo fails at submission.
        options.put("pipeline.generic-types", "false");
        if (Files.exists(folder.clusterJobs())) {
            // The jobs' classes lie on the class path: every job would load and compile its own.
            options.put("classloader.resolve-order", "parent-first");
        }
        options.put("parallelism.default", PARALLELISM);
        options.put("web.submit.enable", "true");
        options.put("web.upload.dir", folder.flinkFiles("upload").toString());
        options.put("io.tmp.dirs", folder.flinkFiles("tmp").toString());
        options.put("metrics.reporters", "prometheus");
        options.put(
                "metrics.reporter.prometheus.factory.class",
                "io.otklik.local.metrics.LoopbackPrometheusReporterFactory");
        options.put("metrics.reporter.prometheus.port", "9249-9299");
        return options;
    }

    private static void addresses(Map<String, String> options, StackSettings settings) {
        options.put("jobmanager.rpc.address", "127.0.0.1");
        options.put("jobmanager.rpc.port", Integer.toString(settings.rpcPort()));
        options.put("jobmanager.bind-host", "127.0.0.1");
        options.put("taskmanager.host", "127.0.0.1");
        options.put("taskmanager.bind-host", "127.0.0.1");
        options.put("rest.address", "127.0.0.1");
        options.put("rest.bind-address", "127.0.0.1");
        options.put("rest.port", Integer.toString(settings.flinkPort()));
        options.put("rest.bind-port", Integer.toString(settings.flinkPort()));
        // A killed TaskManager is noticed after two missed beats, not after the default 20 s.
        options.put("heartbeat.interval", "1 s");
        options.put("heartbeat.timeout", "30 s");
        options.put("heartbeat.rpc-failure-threshold", "2");
    }

    private static void memory(Map<String, String> options) {
        // Every job of the stack twice over: a slot costs nothing while nobody uses it.
        options.put("taskmanager.numberOfTaskSlots", "16");
        options.put("taskmanager.cpu.cores", "2");
        options.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP + "m");
        options.put("taskmanager.memory.task.heap.size", TASK_MANAGER_HEAP - FRAMEWORK_HEAP + "m");
        options.put("taskmanager.memory.framework.off-heap.size", "128m");
        options.put("taskmanager.memory.task.off-heap.size", "64m");
        options.put("taskmanager.memory.network.min", "96m");
        options.put("taskmanager.memory.network.max", "96m");
        // State lies in the heap: nobody uses managed memory.
        options.put("taskmanager.memory.managed.size", "0m");
        options.put("taskmanager.memory.jvm-metaspace.size", "256m");
        options.put("taskmanager.memory.jvm-overhead.min", "448m");
        options.put("taskmanager.memory.jvm-overhead.max", "448m");
    }

    private static void checkpoints(Map<String, String> options, StackFolder folder) {
        // A laptop's state fits into the heap; a cluster uses rocksdb (docs/operator.md).
        options.put("state.backend.type", "hashmap");
        options.put("execution.checkpointing.interval", "1 s");
        options.put("execution.checkpointing.min-pause", "500 ms");
        options.put("execution.checkpointing.mode", "EXACTLY_ONCE");
        options.put("execution.checkpointing.tolerable-failed-checkpoints", "30");
        options.put("execution.checkpointing.storage", "filesystem");
        options.put("execution.checkpointing.dir", uri(folder.checkpoints()));
        options.put("execution.checkpointing.num-retained", "2");
        options.put(
                "execution.checkpointing.externalized-checkpoint-retention",
                "RETAIN_ON_CANCELLATION");
        options.put("execution.checkpointing.savepoint-dir", uri(folder.flinkFiles("savepoints")));
    }

    private static void restarts(Map<String, String> options) {
        options.put("restart-strategy.type", "exponential-delay");
        options.put("restart-strategy.exponential-delay.initial-backoff", "1 s");
        options.put("restart-strategy.exponential-delay.max-backoff", "30 s");
        options.put("restart-strategy.exponential-delay.backoff-multiplier", "2.0");
        options.put("restart-strategy.exponential-delay.reset-backoff-threshold", "2 min");
        options.put(
                "restart-strategy.exponential-delay.attempts-before-reset-backoff",
                Integer.toString(Integer.MAX_VALUE));
    }

    /** As Flink reads it: the path as it is, not in the percent signs of a URI. */
    static String uri(Path path) {
        return "file://" + path;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
