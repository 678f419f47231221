/** Who is told of which alerts, how and when: read from YAML, every fault with its line. */
package io.otklik.connectors.alert.config;
