package io.otklik.cli;

/**
 * What became of a job that was to be started.
 *
 * @param jobId Flink's id of the run
 * @param from path of the checkpoint that it started from; null for an empty state
 * @param started false if the job ran already
 */
record Submission(String job, String jobId, String from, boolean started) {

    /**
     * @param more whether more was asked for than that the job runs
     */
    String sentence(boolean more) {
        if (!started) {
            return "%s runs already (%s)%s."
                    .formatted(
                            job,
                            jobId,
                            more
                                    ? " and goes on as it was started: --from and --job-option take effect"
                                            + " when it is cancelled and submitted anew"
                                    : "");
        }
        return "%s runs (%s), %s."
                .formatted(job, jobId, from == null ? "from an empty state" : "from " + from);
    }
}
