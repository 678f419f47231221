/** Runs inside Flink's processes: their figures for Prometheus, on this machine only. */
package io.otklik.local.metrics;
