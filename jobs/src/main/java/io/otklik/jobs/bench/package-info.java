/** Job {@code read}: the baselines that the other jobs are measured against. */
package io.otklik.jobs.bench;
