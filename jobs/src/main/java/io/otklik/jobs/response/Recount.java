package io.otklik.jobs.response;

/**
 * One appeal's change within a slice: what is to be taken back and what is to be added.
 *
 * @param before null if the slice did not count the appeal
 * @param after null if it counts it no longer
 */
public record Recount(Slice slice, AppealFacts before, AppealFacts after) {

    String sliceKey() {
        return slice.key();
    }
}
