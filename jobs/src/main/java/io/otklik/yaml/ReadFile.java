package io.otklik.yaml;

import java.util.List;

/**
 * What a file says.
 *
 * @param entries what could be read, in the file's order
 * @param problems what is wrong, in the file's order; empty if all is well
 */
public record ReadFile<T>(List<Entry<T>> entries, List<FileProblem> problems) {

    /**
     * One of a file's records.
     *
     * @param line where it begins
     */
    public record Entry<T>(int line, T value) {}

    public List<T> values() {
        return entries.stream().map(Entry::value).toList();
    }

    /**
     * The values of a file that must be in order.
     *
     * @throws IllegalArgumentException with the first problem
     */
    public List<T> orThrow(String name) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s:%d: %s"
                            .formatted(name, problems.get(0).line(), problems.get(0).sentence()));
        }
        return values();
    }
}
