package io.otklik.cli;

import io.otklik.local.Home;

import java.io.IOException;
import java.nio.file.Path;

/** The jar with all jobs that this project built. */
public final class JobsJar {

    private JobsJar() {}

    /**
     * @throws CommandException if the project is not built
     */
    public static Path built(Home home) throws IOException {
        return home.jobsJar()
                .orElseThrow(
                        () ->
                                CommandException.failed(
                                        "The jobs are not built (no otklik-jobs jar in %s); run mvn -DskipTests package."
                                                .formatted(home.root().resolve("jobs/target"))));
    }
}
