/**
 * The contracts of Otklik: records on Kafka topics, their JSON, and the ClickHouse tables that keep
 * them. Every time is UTC. Nothing here knows Flink, a platform or a rule.
 */
package io.otklik.schemas;
