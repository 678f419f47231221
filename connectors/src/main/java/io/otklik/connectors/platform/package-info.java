/** Payloads of the platforms, read into the project's records. No Flink here. */
package io.otklik.connectors.platform;
