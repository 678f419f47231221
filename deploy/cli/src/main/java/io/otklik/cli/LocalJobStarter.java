package io.otklik.cli;

import io.otklik.local.LocalStack;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.flink.JobSpec;
import io.otklik.local.flink.LocalJobs;
import io.otklik.local.flink.StartFrom;
import io.otklik.local.flink.SubmittedJob;

import java.io.IOException;

/** Starts jobs on the local stack, which remembers them. */
final class LocalJobStarter implements JobStarter {

    private final LocalJobs jobs;
    private final FlinkRest rest;

    LocalJobStarter(LocalStack stack) {
        this.jobs = stack.jobs();
        this.rest = new FlinkRest(stack.settings().flinkUrl());
    }

    @Override
    public Submission start(JobSpec spec, StartFrom from) throws IOException, InterruptedException {
        LocalJobs.Started started = jobs.submit(spec, from);
        SubmittedJob job = started.job();
        awaitJob(job);
        return new Submission(job.name(), job.jobId(), started.from(), started.isNew());
    }

    private void awaitJob(SubmittedJob job) throws IOException, InterruptedException {
        JobStarter.awaitRunning(rest, job.name(), job.jobId());
    }

    @Override
    public void close() {}
}
