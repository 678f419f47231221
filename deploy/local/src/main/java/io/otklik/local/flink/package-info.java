/** The local Flink cluster: its configuration, its processes, its REST interface, its jobs. */
package io.otklik.local.flink;
