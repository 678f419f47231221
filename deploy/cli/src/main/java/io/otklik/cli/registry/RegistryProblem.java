package io.otklik.cli.registry;

/**
 * What is wrong with one line of a register.
 *
 * @param line from 1, the header's
 */
public record RegistryProblem(long line, String sentence) {}
