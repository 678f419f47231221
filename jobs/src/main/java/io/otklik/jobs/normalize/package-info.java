/**
 * Job {@code normalize}: what the platforms sent, as the project's own messages and counters; what
 * cannot be read, as dead letters.
 */
package io.otklik.jobs.normalize;
