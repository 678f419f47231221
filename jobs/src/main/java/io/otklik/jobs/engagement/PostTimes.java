package io.otklik.jobs.engagement;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long facts stay in state; processing time.
 *
 * @param recent messages and single events, which may be repeated or deleted
 * @param retention the running totals of a message, to be compared with the next ones
 */
record PostTimes(Duration recent, Duration retention) implements Serializable {}
