/** What the pure packages take, by JMH; {@code docs/developer.md} says how to run it. */
package io.otklik.benchmarks;
