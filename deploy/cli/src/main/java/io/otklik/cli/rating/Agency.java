package io.otklik.cli.rating;

import java.util.Map;

/**
 * One authority in the period.
 *
 * @param region empty if nobody told it
 * @param figures by the columns of {@code v_rating}; what is not known is absent
 */
public record Agency(String id, String name, String region, Map<String, Double> figures) {

    /** A figure; null if it is not known. */
    Double figure(String name) {
        return figures.get(name);
    }
}
