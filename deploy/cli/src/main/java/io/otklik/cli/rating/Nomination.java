package io.otklik.cli.rating;

import java.util.List;
import java.util.Map;

/**
 * What is compared.
 *
 * @param id in commands
 * @param name in reports
 * @param criteria each gives every authority a rank
 * @param enough the least figures that an authority must have to be ranked at all
 */
public record Nomination(
        String id, String name, List<Criterion> criteria, Map<String, Double> enough) {

    /**
     * One measure.
     *
     * @param highIsBetter whether the largest figure is the first
     * @param weight of its rank among the ranks of the nomination
     */
    public record Criterion(String measure, boolean highIsBetter, double weight) {}
}
