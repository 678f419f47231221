package io.otklik.yaml;

/**
 * What is wrong in a file.
 *
 * @param line from 1
 */
public record FileProblem(int line, String sentence) {}
