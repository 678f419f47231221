package io.otklik.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The result of a run; figures of different runs or machines compare by the ratios only.
 *
 * @param steps in the order of the way; {@link Step#PARSE} is what the others are held against
 */
record Report(
        int processors, long events, long seed, List<Measure> steps, List<Latency> latencies) {

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d events, seed %d, %d processors%n%n%-4s %-42s %12s %16s %8s%n",
                events,
                seed,
                processors,
                "",
                "step",
                "events/s",
                "CPU s / million",
                "to (b)");
        double base =
                steps.stream()
                        .filter(step -> step.step().equals(Step.PARSE.letter()))
                        .findFirst()
                        .map(Measure::eventsPerSecond)
                        .orElse(Double.NaN);
        for (Measure step : steps) {
            out.printf(
                    Locale.ROOT,
                    "(%s)  %-42s %12.0f %16.1f %8.2f%n",
                    step.step(),
                    step.what(),
                    step.eventsPerSecond(),
                    step.cpuSecondsPerMillion(),
                    step.eventsPerSecond() / base);
        }
        out.println();
        latencies.forEach(out::println);
    }
}
