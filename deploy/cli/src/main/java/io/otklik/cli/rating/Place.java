package io.otklik.cli.rating;

/**
 * An authority's place in a nomination.
 *
 * @param rank from 1; equals share one, and the next is as many further. 0: too few figures
 * @param score the weighted mean of its ranks by each criterion, the lower the better; NaN if it is
 *     not ranked
 */
public record Place(int rank, double score, Agency agency) {

    boolean isRanked() {
        return rank > 0;
    }
}
