package io.otklik.cli;

import io.otklik.local.LocalStackException;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.StartFrom;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Starts jobs again that a cluster no longer runs: a JobManager without high availability that is
 * started anew knows of none. Each goes on from its latest state; what hinders that is said, and
 * tried again.
 */
final class JobKeeper {

    private final List<JobSpec> jobs;
    private final Supplier<JobStarter> cluster;
    private final PrintWriter err;

    /**
     * @param cluster gives a new starter each time: a new JobManager has lost the jars as well
     */
    JobKeeper(List<JobSpec> jobs, Supplier<JobStarter> cluster, PrintWriter err) {
        this.jobs = List.copyOf(jobs);
        this.cluster = cluster;
        this.err = err;
    }

    /** Looks until the thread is interrupted. */
    void keep(Duration every) throws InterruptedException {
        while (true) {
            Thread.sleep(every.toMillis());
            look();
        }
    }

    /** Starts those that do not run at this moment. */
    void look() {
        try (JobStarter starter = cluster.get()) {
            jobs.forEach(job -> start(job, starter));
        } catch (IOException | CommandException | LocalStackException e) {
            say(e.getMessage());
        }
    }

    /** One that cannot be started holds nobody back. */
    private void start(JobSpec job, JobStarter starter) {
        try {
            Submission submission = starter.start(job, StartFrom.latest());
            if (submission.started()) {
                say(submission.sentence(false));
            }
        } catch (IOException | CommandException | LocalStackException e) {
            say(e.getMessage());
        }
    }

    private void say(String sentence) {
        err.println(sentence);
        err.flush();
    }
}
