package io.otklik.jobs.incidents;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far apart appeals about one problem may lie.
 *
 * @param joinWithin an open incident takes an appeal that follows its latest one within this time
 * @param repeatWithin an appeal that follows a closed incident within this time repeats it
 * @param retention how long what does not change stays in state (processing time)
 */
public record IncidentTimes(Duration joinWithin, Duration repeatWithin, Duration retention)
        implements Serializable {}
