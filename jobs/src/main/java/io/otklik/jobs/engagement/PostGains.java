package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;
import org.apache.flink.util.Collector;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Emits what a post gains by a message's fact.
 *
 * @param threadId the post's messageId
 * @param ofPost whether the message is the post itself
 */
record PostGains(String communityId, String threadId, boolean ofPost) {

    /**
     * More than one change of any post can be; a source that claims more is wrong, and stops
     * nothing.
     */
    private static final long MOST_REACTIONS = 1_000_000;

    static PostGains of(PostFact fact) {
        return new PostGains(fact.communityId(), fact.threadId(), fact.ofPost());
    }

    /**
     * Emits how the gains of running totals changed.
     *
     * @param since from when on the first of them was gained; {@link CounterSeries#ABSENT} if not
     *     known
     */
    void emitGains(
            long since,
            TreeMap<Long, long[]> before,
            TreeMap<Long, long[]> after,
            Collector<PostChange> out) {
        long from = since;
        for (Map.Entry<Long, long[]> gain : after.entrySet()) {
            long start = from == CounterSeries.ABSENT ? gain.getKey() : from;
            from = gain.getKey();
            long[] told = before.get(gain.getKey());
            if (!Arrays.equals(told, gain.getValue())) {
                long[] figures = figures(gain.getValue(), 1);
                if (told != null) {
                    Figure.add(figures, figures(told, -1));
                }
                emit(start, gain.getKey(), figures, 0, null, out);
            }
        }
    }

    /** Emits what a single event counts, or takes it back. */
    void emitCounted(long at, long[] counted, int sign, Collector<PostChange> out) {
        emit(at, figures(counted, sign), 0, null, out);
    }

    /**
     * Emits what an instant adds.
     *
     * @param author hash of who wrote then; 0: nobody
     * @param told the post, if what it is has to be told
     */
    void emit(long at, long[] figures, long author, MessageFact told, Collector<PostChange> out) {
        emit(at, at, figures, author, told, out);
    }

    private void emit(
            long from,
            long at,
            long[] figures,
            long author,
            MessageFact told,
            Collector<PostChange> out) {
        if (author == 0 && told == null && Figure.isZero(figures)) {
            return;
        }
        WindowSum sum = new WindowSum(figures, AuthorSketch.of(author));
        out.collect(
                new PostChange(
                        communityId,
                        threadId,
                        from,
                        at,
                        BlockWindows.sums(EngagementSize.HOUR, at, sum),
                        reactions(sum),
                        told == null ? null : told.contentType(),
                        told == null ? List.of() : told.hashtags()));
    }

    /** What a message's counters add to the post: of a comment, only its likes. */
    private long[] figures(long[] counted, int sign) {
        long[] figures = Figure.none();
        if (ofPost) {
            figures[Figure.VIEWS.ordinal()] = sign * counted[0];
            figures[Figure.LIKES.ordinal()] = sign * counted[1];
            figures[Figure.REPOSTS.ordinal()] = sign * counted[2];
            figures[Figure.COUNTED_COMMENTS.ordinal()] = sign * counted[3];
        } else {
            figures[Figure.COMMENT_LIKES.ordinal()] = sign * counted[1];
        }
        return figures;
    }

    private static int reactions(WindowSum sum) {
        long reactions =
                sum.figure(Figure.COMMENTS) + sum.figure(Figure.LIKES) + sum.figure(Figure.REPOSTS);
        return (int) Math.max(-MOST_REACTIONS, Math.min(MOST_REACTIONS, reactions));
    }
}
