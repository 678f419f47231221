package io.otklik.jobs.engagement;

import java.util.Arrays;

/** An {@link AuthorSketch} that is added to in place. */
final class Authors {

    /** From so many on, uniting two sketches is less work than taking in one after the other. */
    private static final int MANY = 16;

    private long[] hashes = AuthorSketch.EMPTY;
    private int size;

    void add(long hash) {
        if (size == AuthorSketch.SIZE && hash >= hashes[size - 1]) {
            return;
        }
        int found = Arrays.binarySearch(hashes, 0, size, hash);
        if (found >= 0) {
            return;
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.min(AuthorSketch.SIZE, size + size / 2 + 1));
        }
        int at = -found - 1;
        // A full sketch lets the largest go.
        int moved = (size == hashes.length ? size - 1 : size) - at;
        System.arraycopy(hashes, at, hashes, at + 1, moved);
        hashes[at] = hash;
        size = Math.min(AuthorSketch.SIZE, size + 1);
    }

    void add(Authors more) {
        if (more.size < MANY) {
            for (int i = 0; i < more.size; i++) {
                add(more.hashes[i]);
            }
        } else {
            hashes = AuthorSketch.union(sketch(), more.sketch());
            size = hashes.length;
        }
    }

    int size() {
        return size;
    }

    /** How many there are, see {@link AuthorSketch}. */
    int estimate() {
        return AuthorSketch.estimate(hashes, size);
    }

    long at(int index) {
        return hashes[index];
    }

    /** As it is now; what is added later does not change it. */
    long[] sketch() {
        // A full array is left behind when one more comes, unless the sketch is full too.
        boolean isLeft = size == hashes.length && size < AuthorSketch.SIZE;
        return isLeft ? hashes : Arrays.copyOf(hashes, size);
    }
}
