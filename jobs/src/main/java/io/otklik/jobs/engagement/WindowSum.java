package io.otklik.jobs.engagement;

/**
 * What a window counts; also a difference between two such sums.
 *
 * @param figures by the ordinal of {@link Figure}
 * @param authors see {@link AuthorSketch}
 */
public record WindowSum(long[] figures, long[] authors) {

    static final WindowSum ZERO = new WindowSum(Figure.none(), AuthorSketch.EMPTY);

    /** One change that came when its window had closed. */
    static final WindowSum LATE = new WindowSum(Figure.one(Figure.LATE, 1), AuthorSketch.EMPTY);

    WindowSum plus(WindowSum other) {
        long[] sums = figures.clone();
        Figure.add(sums, other.figures);
        return new WindowSum(sums, AuthorSketch.union(authors, other.authors));
    }

    /** What takes the figures back. Authors cannot be taken out of a sketch. */
    WindowSum negated() {
        return new WindowSum(Figure.negated(figures), AuthorSketch.EMPTY);
    }

    long figure(Figure figure) {
        return figures[figure.ordinal()];
    }
}
