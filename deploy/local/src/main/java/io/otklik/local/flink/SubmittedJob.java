package io.otklik.local.flink;

import java.time.Instant;
import java.util.List;

/**
 * A job that runs on the local stack until somebody cancels it; kept in {@code jobs.json}.
 *
 * @param name short and unique, such as {@code normalize}; also the checkpoint folder's
 * @param jar the cluster's own build of the jobs, or the stack's copy of another jar
 * @param jobId Flink's id of the newest run
 */
public record SubmittedJob(
        String name,
        String mainClass,
        List<String> arguments,
        String jar,
        String jobId,
        Instant submittedAt) {

    SubmittedJob withRun(String newJobId) {
        return new SubmittedJob(name, mainClass, arguments, jar, newJobId, submittedAt);
    }
}
