package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Comparison;

import java.util.HashSet;
import java.util.Set;

/**
 * The text that a task was given last. It comes to several of the task's buckets in a row and meets
 * the same copies there: it is made ready once, and each link of it is told once.
 */
final class LatestText {

    private final Comparison comparison;
    private final long at;
    private final Set<Link> told = new HashSet<>();
    private long bucket;

    LatestText(Drawn drawn) {
        comparison = Comparison.of(drawn.text());
        at = drawn.at();
        bucket = drawn.bucket();
    }

    private record Link(long text, long other, long at) {}

    /** The text in its next bucket; another where it is not the same, or emitted anew. */
    LatestText in(Drawn drawn) {
        boolean goesOn =
                drawn.at() == at
                        && drawn.bucket() > bucket
                        && drawn.text().equals(comparison.text());
        if (!goesOn) {
            return new LatestText(drawn);
        }
        bucket = drawn.bucket();
        return this;
    }

    Comparison comparison() {
        return comparison;
    }

    /** Whether a link was not told yet. */
    boolean tells(long text, long other, long linkedAt) {
        return told.add(new Link(text, other, linkedAt));
    }
}
