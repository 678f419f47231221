package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Comparison;
import io.otklik.similarity.copy.Sketch;

import java.util.Arrays;

/**
 * Texts that drew the same pair of words, whichever lot drew it, the earliest first, in groups: who
 * is a copy of one of a group belongs to it. In arrays, a place in each for a text: most texts are
 * passed over by their glimpse without a look at their sketch.
 *
 * @param texts their ids
 * @param times when each was last published, epoch milliseconds
 * @param groups of each its group
 * @param glimpses see {@link Sketch#glimpse}
 * @param sketches what {@link Sketch#packed} holds
 */
public record Bucket(
        long[] texts, long[] times, long[] groups, long[] glimpses, char[][] sketches) {

    /** More do not help: a pair of words that so many texts draw is a turn of phrase. */
    static final int MOST_TEXTS = 2_048;

    static final Bucket EMPTY =
            new Bucket(new long[0], new long[0], new long[0], new long[0], new char[0][]);

    private static final long[] NONE = new long[0];

    int size() {
        return texts.length;
    }

    boolean full() {
        return texts.length == MOST_TEXTS;
    }

    /**
     * The groups that a text is a copy of one of. Of a group nobody more than it takes is compared:
     * that the others are copies too would join nothing that is not joined.
     */
    long[] groupsOf(Comparison text, long at, Age age) {
        long textId = text.text().textId();
        long[] found = NONE;
        for (int i = 0; i < texts.length; i++) {
            if (text.mayCopy(glimpses[i])
                    && !contains(found, groups[i])
                    && texts[i] != textId
                    && !age.apart(times[i], at)
                    && text.copies(new Sketch(texts[i], sketches[i]), glimpses[i])) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = groups[i];
            }
        }
        return found;
    }

    /** Place of the earliest text of groups that is not too old for an instant. */
    int firstOf(long[] joined, long at, Age age) {
        for (int i = 0; i < texts.length; i++) {
            if (contains(joined, groups[i]) && !age.apart(times[i], at)) {
                return i;
            }
        }
        throw new IllegalStateException("Groups are joined by a text that is not there.");
    }

    /** Place of a text; -1 if it is not there. */
    int placeOf(long textId) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] == textId) {
                return i;
            }
        }
        return -1;
    }

    /** With some of its groups made one, and a text in that at its place by time. */
    Bucket with(Comparison came, long at, long[] joined) {
        Sketch text = came.text();
        int held = placeOf(text.textId());
        Bucket others = held < 0 ? this : without(held);
        long group = joined.length == 0 ? text.textId() : joined[0];
        long[] oneGroup = joined.length < 2 ? others.groups : others.groups.clone();
        for (int i = 0; joined.length > 1 && i < oneGroup.length; i++) {
            oneGroup[i] = contains(joined, oneGroup[i]) ? group : oneGroup[i];
        }
        int place = others.place(text.textId(), at);
        if (place == MOST_TEXTS) {
            return new Bucket(
                    others.texts, others.times, oneGroup, others.glimpses, others.sketches);
        }
        int size = Math.min(MOST_TEXTS, others.size() + 1);
        char[][] allSketches = Arrays.copyOf(others.sketches, size);
        System.arraycopy(others.sketches, place, allSketches, place + 1, size - place - 1);
        allSketches[place] = text.packed();
        return new Bucket(
                inserted(others.texts, place, text.textId(), size),
                inserted(others.times, place, at, size),
                inserted(oneGroup, place, group, size),
                inserted(others.glimpses, place, came.glimpse(), size),
                allSketches);
    }

    /** Mostly the last one: texts come nearly in order. */
    private int place(long textId, long at) {
        int place = times.length;
        while (place > 0
                && (times[place - 1] > at || times[place - 1] == at && texts[place - 1] > textId)) {
            place--;
        }
        return place;
    }

    private Bucket without(int place) {
        char[][] left = Arrays.copyOf(sketches, sketches.length - 1);
        System.arraycopy(sketches, place + 1, left, place, left.length - place);
        return new Bucket(
                cut(texts, place),
                cut(times, place),
                cut(groups, place),
                cut(glimpses, place),
                left);
    }

    /** The texts that are not older than an instant. */
    Bucket since(long oldest) {
        int from = 0;
        while (from < times.length && times[from] < oldest) {
            from++;
        }
        return from == 0
                ? this
                : new Bucket(
                        Arrays.copyOfRange(texts, from, texts.length),
                        Arrays.copyOfRange(times, from, times.length),
                        Arrays.copyOfRange(groups, from, groups.length),
                        Arrays.copyOfRange(glimpses, from, glimpses.length),
                        Arrays.copyOfRange(sketches, from, sketches.length));
    }

    static boolean contains(long[] groups, long group) {
        for (long one : groups) {
            if (one == group) {
                return true;
            }
        }
        return false;
    }

    private static long[] inserted(long[] values, int at, long value, int size) {
        long[] next = Arrays.copyOf(values, size);
        System.arraycopy(values, at, next, at + 1, size - at - 1);
        next[at] = value;
        return next;
    }

    private static long[] cut(long[] values, int at) {
        long[] cut = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, at + 1, cut, at, cut.length - at);
        return cut;
    }
}
