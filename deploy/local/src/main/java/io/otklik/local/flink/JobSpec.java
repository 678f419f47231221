package io.otklik.local.flink;

import java.nio.file.Path;
import java.util.List;

/**
 * A job to be started.
 *
 * @param name short and unique, such as {@code normalize}
 * @param arguments of its main method
 */
public record JobSpec(String name, String mainClass, List<String> arguments, Path jar) {}
