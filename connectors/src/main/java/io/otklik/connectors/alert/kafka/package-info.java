/**
 * The notifier's process: reads topic {@code alert}, keeps its memory in {@code alert.delivery}.
 */
package io.otklik.connectors.alert.kafka;
