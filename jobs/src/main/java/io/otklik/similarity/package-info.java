/**
 * What is the same text, the same statement, and what speaks for a false one: pure functions of
 * texts, without Flink.
 */
package io.otklik.similarity;
