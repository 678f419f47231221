package io.otklik.jobs.response;

import io.otklik.schemas.WindowDimension;

/**
 * The agency, page, municipality or topic group that figures are told apart by.
 *
 * @param id unique within the dimension; a municipality's and a topic group's holds the region
 * @param name as people know it; null if it has none
 */
public record Slice(WindowDimension dimension, String id, String name, String region) {

    /** The same slice, whatever it is called now. */
    boolean isSameAs(Slice other) {
        return dimension == other.dimension && id.equals(other.id);
    }

    String key() {
        return dimension + "|" + id;
    }
}
