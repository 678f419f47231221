package io.otklik.local;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The folder {@code .otklik}: everything that the local stack writes.
 *
 * @param root the folder itself
 */
public record StackFolder(Path root) {

    public StackFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder that is used unless another is given. */
    public static StackFolder of(Home home) {
        return new StackFolder(home.root().resolve(".otklik"));
    }

    /** Ports and addresses of the stack, see {@link StackSettings}. */
    public Path settings() {
        return root.resolve("stack.json");
    }

    /** Jobs that were submitted. */
    public Path jobs() {
        return root.resolve("jobs.json");
    }

    /** Configuration files of a part, written anew at every start. */
    public Path configuration(Part part) {
        return root.resolve("conf").resolve(name(part));
    }

    /** What a part keeps. */
    public Path data(Part part) {
        return root.resolve("data").resolve(name(part));
    }

    /** Flink's checkpoints, one folder a job. */
    public Path checkpoints() {
        return root.resolve("flink").resolve("checkpoints");
    }

    /** Flink's other files: uploaded jars, local state. */
    public Path flinkFiles(String kind) {
        return root.resolve("flink").resolve(kind);
    }

    /**
     * The build of the jobs that lies on the cluster's class path, so that its classes are loaded
     * and compiled once for all jobs; there is none if the jobs were not built.
     */
    public Path clusterJobs() {
        return flinkFiles("lib").resolve("otklik-jobs.jar");
    }

    /** The log that a part writes. */
    public Path log(Part part) {
        return root.resolve("log").resolve(name(part) + ".log");
    }

    /** What a part prints: errors of the JVM itself, mostly. */
    public Path output(Part part) {
        return root.resolve("log").resolve(name(part) + ".out");
    }

    /** Log of the supervisor. */
    public Path supervisorLog() {
        return root.resolve("log").resolve("supervisor.log");
    }

    /** Number and fate of a part's process, see {@link PartState}. */
    public Path state(Part part) {
        return root.resolve("run").resolve(name(part) + ".json");
    }

    /** Number of the supervisor's process. */
    public Path supervisorState() {
        return root.resolve("run").resolve("supervisor.json");
    }

    /** Held while the stack is started or stopped, or its jobs are changed. */
    public Path lock(String name) {
        return root.resolve("run").resolve(name + ".lock");
    }

    /** The key of the authors' pseudonyms. */
    public Path authorKey() {
        return root.resolve("secrets").resolve("author.key");
    }

    /** The password of Grafana's user {@code admin}. */
    public Path grafanaPassword() {
        return root.resolve("secrets").resolve("grafana.password");
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
