package io.otklik.jobs.engagement;

/** A {@link WindowSum} that is added to in place. */
final class Sum {

    private final long[] figures = Figure.none();
    private final Authors authors = new Authors();

    void add(Sum more) {
        Figure.add(figures, more.figures);
        authors.add(more.authors);
    }

    void add(int figure, long value) {
        figures[figure] += value;
    }

    void addAuthor(long hash) {
        authors.add(hash);
    }

    /** By the ordinal of {@link Figure}; changes with what is added. */
    long[] figures() {
        return figures;
    }

    Authors authors() {
        return authors;
    }

    /** How many different authors there are. */
    int authorCount() {
        return authors.estimate();
    }

    /** What was added so far; to be read before more is. */
    WindowSum window() {
        return new WindowSum(figures, authors.sketch());
    }
}
