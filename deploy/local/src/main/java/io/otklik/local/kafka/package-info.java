/** The local Kafka broker: one KRaft node with the project's topics. */
package io.otklik.local.kafka;
