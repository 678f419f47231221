package io.otklik.cli.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One step of the way, measured.
 *
 * @param events events that the step was given
 * @param seconds from the start to the end of its jobs
 * @param cpuSeconds of every process of the stack
 */
record Measure(String step, String what, long events, double seconds, double cpuSeconds) {

    @JsonProperty
    double eventsPerSecond() {
        return events / seconds;
    }

    @JsonProperty
    double cpuSecondsPerMillion() {
        return cpuSeconds / events * 1e6;
    }

    /** This step together with the one that it follows. */
    Measure after(Measure before) {
        return new Measure(
                step, what, events, before.seconds + seconds, before.cpuSeconds + cpuSeconds);
    }
}
