/** Kafka at the edges of a job: sources that never throw on a bad record, sinks, topics. */
package io.otklik.connectors.kafka;
