package io.otklik.cli.registry;

import java.util.List;
import java.util.Map;

/**
 * What stands in a file, before it is understood.
 *
 * @param columns the header's names
 * @param lines below it, without empty ones
 */
public record RegistryTable(List<String> columns, List<Line> lines) {

    /**
     * One line.
     *
     * @param number from 1, the header's
     * @param cells by column; null if there are not as many as columns
     * @param size how many cells there are
     */
    public record Line(long number, Map<String, String> cells, int size) {}
}
