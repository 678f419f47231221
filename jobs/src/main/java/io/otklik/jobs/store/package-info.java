/**
 * Job {@code store}: what stands in the record topics, into ClickHouse. A job of its own, so that a
 * ClickHouse that is down stops the storing and nothing else, and only committed records are
 * stored.
 */
package io.otklik.jobs.store;
