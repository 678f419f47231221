package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.CopyRule;
import io.otklik.similarity.copy.Sketch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Texts that drew the same in a lot, the earliest first, in groups: who is a copy of one of a group
 * belongs to it.
 *
 * @param times when each was last published, epoch milliseconds
 * @param groups of each its group
 */
public record Bucket(Sketch[] texts, long[] times, long[] groups) {

    /** More do not help: a pair of words that so many texts draw is a turn of phrase. */
    static final int MOST_TEXTS = 2_048;

    static final Bucket EMPTY = new Bucket(new Sketch[0], new long[0], new long[0]);

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
    Set<Long> groupsOf(Sketch text, long at, Age age) {
        Set<Long> found = new HashSet<>();
        for (int i = 0; i < texts.length; i++) {
            if (!age.apart(times[i], at)
                    && (found.isEmpty() || !found.contains(groups[i]))
                    && texts[i].textId() != text.textId()
                    && CopyRule.copies(texts[i], text)) {
                found.add(groups[i]);
            }
        }
        return found;
    }

    /** Place of the earliest text of groups that is not too old for an instant. */
    int firstOf(Set<Long> joined, long at, Age age) {
        for (int i = 0; i < texts.length; i++) {
            if (joined.contains(groups[i]) && !age.apart(times[i], at)) {
                return i;
            }
        }
        throw new IllegalStateException("Groups are joined by a text that is not there.");
    }

    boolean holds(Sketch text) {
        for (Sketch held : texts) {
            if (held.textId() == text.textId()) {
                return true;
            }
        }
        return false;
    }

    /** With some of its groups made one, and a text in that at its place by time. */
    Bucket with(Sketch text, long at, Set<Long> joined) {
        Bucket others = without(text.textId());
        long group = joined.isEmpty() ? text.textId() : joined.iterator().next();
        long[] nextGroups = others.groups.clone();
        for (int i = 0; i < nextGroups.length; i++) {
            nextGroups[i] = joined.contains(nextGroups[i]) ? group : nextGroups[i];
        }
        int place = others.place(text.textId(), at);
        if (place == MOST_TEXTS) {
            return new Bucket(others.texts, others.times, nextGroups);
        }
        int size = Math.min(MOST_TEXTS, others.size() + 1);
        return new Bucket(
                inserted(others.texts, place, text, size),
                inserted(others.times, place, at, size),
                inserted(nextGroups, place, group, size));
    }

    private int place(long textId, long at) {
        int place = 0;
        while (place < times.length
                && (times[place] < at || times[place] == at && texts[place].textId() < textId)) {
            place++;
        }
        return place;
    }

    private Bucket without(long textId) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].textId() == textId) {
                Sketch[] left = new Sketch[texts.length - 1];
                System.arraycopy(texts, 0, left, 0, i);
                System.arraycopy(texts, i + 1, left, i, left.length - i);
                return new Bucket(left, cut(times, i), cut(groups, i));
            }
        }
        return this;
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
                        Arrays.copyOfRange(groups, from, groups.length));
    }

    private static Sketch[] inserted(Sketch[] values, int at, Sketch value, int size) {
        Sketch[] next = Arrays.copyOf(values, size);
        System.arraycopy(values, at, next, at + 1, size - at - 1);
        next[at] = value;
        return next;
    }

    private static long[] inserted(long[] values, int at, long value, int size) {
        long[] next = Arrays.copyOf(values, size);
        System.arraycopy(values, at, next, at + 1, size - at - 1);
        next[at] = value;
        return next;
    }

    private static long[] cut(long[] values, int at) {
        long[] cut = new long[values.length - 1];
        System.arraycopy(values, 0, cut, 0, at);
        System.arraycopy(values, at + 1, cut, at, cut.length - at);
        return cut;
    }
}
