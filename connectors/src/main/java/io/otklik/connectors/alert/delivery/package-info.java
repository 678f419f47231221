/**
 * What is sent to whom and when, without Kafka and without a network: at most one message per alert
 * and recipient, and one more that it is over.
 */
package io.otklik.connectors.alert.delivery;
