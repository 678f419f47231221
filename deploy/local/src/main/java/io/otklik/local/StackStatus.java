package io.otklik.local;

import io.otklik.local.flink.FlinkJob;

import java.util.List;

/**
 * How the whole stack is.
 *
 * @param supervisorPid null if no supervisor runs: nothing that ends is started again
 * @param jobs as the JobManager lists them, newest first; empty if it does not answer
 * @param rememberedJobs names of the jobs that run whenever the stack does
 */
public record StackStatus(
        List<PartStatus> parts,
        Long supervisorPid,
        List<FlinkJob> jobs,
        List<String> rememberedJobs) {

    /** Whether every part serves. */
    public boolean allRunning() {
        return parts.stream().allMatch(part -> part.condition() == PartStatus.Condition.RUNNING);
    }

    /** Whether no process of the stack runs. */
    public boolean allStopped() {
        return supervisorPid == null && parts.stream().allMatch(part -> part.pid() == null);
    }
}
