package io.otklik.engagement;

import java.util.Arrays;

/**
 * Reactions of a few seconds, by post.
 *
 * @param posts at most {@value #MOST}; of the others the last one is the sum, as {@code ""}
 * @param spans over how long each count was gained, milliseconds; 0 for single events. A running
 *     total tells only what was gained since the total before.
 */
public record Reactions(String[] posts, long[] spans, int[] counts) {

    static final int MOST = 16;
    static final String OTHERS = "";
    public static final Reactions NONE = new Reactions(new String[0], new long[0], new int[0]);

    /** With more reactions to a post, or fewer. */
    public Reactions plus(String post, long span, int count) {
        for (int i = 0; i < posts.length; i++) {
            if (spans[i] == span && posts[i].equals(post)) {
                return with(i, count);
            }
        }
        if (posts.length == MOST) {
            return posts[MOST - 1].equals(OTHERS) ? with(MOST - 1, count) : withOthers(count);
        }
        return appended(post, span, count);
    }

    /** The reactions of both. */
    Reactions plus(Reactions more) {
        Reactions sum = this;
        for (int i = 0; i < more.posts.length; i++) {
            sum = sum.plus(more.posts[i], more.spans[i], more.counts[i]);
        }
        return sum;
    }

    /** How many of a post's reactions, or of all, fall in the window that ends with these. */
    public double within(long windowMillis, String post) {
        double sum = 0;
        for (int i = 0; i < posts.length; i++) {
            if (post == null || posts[i].equals(post)) {
                sum += counts[i] * share(i, windowMillis);
            }
        }
        return sum;
    }

    private double share(int index, long windowMillis) {
        return spans[index] <= windowMillis ? 1 : (double) windowMillis / spans[index];
    }

    private Reactions with(int index, int count) {
        int[] changed = counts.clone();
        changed[index] += count;
        return new Reactions(posts, spans, changed);
    }

    private Reactions withOthers(int count) {
        String[] newPosts = posts.clone();
        newPosts[MOST - 1] = OTHERS;
        return new Reactions(newPosts, spans, counts).with(MOST - 1, count);
    }

    private Reactions appended(String post, long span, int count) {
        int size = posts.length;
        String[] newPosts = Arrays.copyOf(posts, size + 1);
        long[] newSpans = Arrays.copyOf(spans, size + 1);
        int[] newCounts = Arrays.copyOf(counts, size + 1);
        newPosts[size] = post;
        newSpans[size] = span;
        newCounts[size] = count;
        return new Reactions(newPosts, newSpans, newCounts);
    }
}
