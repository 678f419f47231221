package io.otklik.local.flink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job that runs on the local stack until somebody cancels it; kept in {@code jobs.json}.
 *
 * @param name short and unique, such as {@code normalize}; also the checkpoint folder's
 * @param jar the cluster's own build of the jobs, or the stack's copy of another jar
 * @param jobId Flink's id of the newest run
 * @param begunFrom where its state came from when somebody last said so: nowhere, or a path; null
 *     if nobody did, or an earlier build forgot
 * @param begunAt when that was: checkpoints from before are another beginning's; null with it
 */
public record SubmittedJob(
        String name,
        String mainClass,
        List<String> arguments,
        String jar,
        String jobId,
        Instant submittedAt,
        StartFrom begunFrom,
        Instant begunAt) {

    SubmittedJob withRun(String newJobId) {
        return new SubmittedJob(
                name, mainClass, arguments, jar, newJobId, submittedAt, begunFrom, begunAt);
    }

    /** The same as it begins now; {@code latest} goes on from where it began before. */
    SubmittedJob begun(StartFrom from, Optional<SubmittedJob> before) {
        boolean goesOn = from.kind() == StartFrom.Kind.LATEST;
        return new SubmittedJob(
                name,
                mainClass,
                arguments,
                jar,
                jobId,
                submittedAt,
                goesOn ? before.map(SubmittedJob::begunFrom).orElse(null) : from,
                goesOn ? before.map(SubmittedJob::begunAt).orElse(null) : submittedAt);
    }
}
