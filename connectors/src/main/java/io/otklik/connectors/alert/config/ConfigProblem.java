package io.otklik.connectors.alert.config;

/**
 * What is wrong with one place of a configuration file.
 *
 * @param line from 1
 * @param sentence says what to do
 */
public record ConfigProblem(int line, String sentence) {}
