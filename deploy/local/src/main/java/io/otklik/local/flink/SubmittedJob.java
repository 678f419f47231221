package io.otklik.local.flink;

import java.time.Instant;
import java.util.List;

/**
 * A job that runs on the local stack until somebody cancels it; kept in {@code jobs.json}.
 *
 * @param name short and unique, such as {@code normalize}; also the checkpoint folder's
 * @param jar the stack's own copy of the jar
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
