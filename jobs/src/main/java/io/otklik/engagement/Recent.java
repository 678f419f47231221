package io.otklik.engagement;

import java.util.Arrays;

/**
 * The latest reactions to a page, in steps of a few seconds: those that a window can still hold.
 *
 * @param ends of the steps with any, epoch milliseconds, ascending
 * @param reactions of each
 */
public record Recent(long[] ends, Reactions[] reactions) {

    public static final Recent NONE = new Recent(new long[0], new Reactions[0]);

    /** With more reactions in a step. */
    public Recent plus(long end, Reactions more) {
        int found = Arrays.binarySearch(ends, end);
        if (found >= 0) {
            Reactions[] changed = reactions.clone();
            changed[found] = changed[found].plus(more);
            return new Recent(ends, changed);
        }
        int at = -found - 1;
        int size = ends.length;
        long[] newEnds = Arrays.copyOf(ends, size + 1);
        Reactions[] newReactions = Arrays.copyOf(reactions, size + 1);
        System.arraycopy(ends, at, newEnds, at + 1, size - at);
        System.arraycopy(reactions, at, newReactions, at + 1, size - at);
        newEnds[at] = end;
        newReactions[at] = more;
        return new Recent(newEnds, newReactions);
    }

    /** Without the steps until an instant. */
    public Recent after(long instant) {
        int from = indexAfter(instant);
        return from == 0
                ? this
                : new Recent(
                        Arrays.copyOfRange(ends, from, ends.length),
                        Arrays.copyOfRange(reactions, from, ends.length));
    }

    /** The first step that ends after an instant. */
    int indexAfter(long instant) {
        int index = ends.length;
        while (index > 0 && ends[index - 1] > instant) {
            index--;
        }
        return index;
    }
}
