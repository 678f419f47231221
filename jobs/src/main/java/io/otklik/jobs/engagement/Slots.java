package io.otklik.jobs.engagement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What each minute of an hour counts, or a day as one slot 0, packed: most minutes hold one figure
 * and one author, in a handful of bytes.
 *
 * <p>A slot is its number (0 to 63), which figures follow (a bit each, by the ordinal of {@link
 * Figure}), these figures and how many authors follow, as variable-length integers, and the
 * authors' hashes ({@link AuthorSketch}). Slots ascend; what is not there counts nothing.
 */
final class Slots {

    static final byte[] NONE = {};

    private static final int VARINT_BYTES = 10;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Slots() {}

    static byte[] of(int slot, WindowSum sum) {
        Writer out = new Writer(length(sum.figures(), sum.authors().length));
        out.slot(slot, sum);
        return out.packed();
    }

    /**
     * @param sums by slot; null where there is nothing
     */
    static byte[] of(Sum[] sums) {
        int length = 0;
        for (Sum sum : sums) {
            length += sum == null ? 0 : length(sum.figures(), sum.authors().size());
        }
        Writer out = new Writer(length);
        for (int slot = 0; slot < sums.length; slot++) {
            if (sums[slot] != null) {
                out.slot(slot, sums[slot]);
            }
        }
        return out.packed();
    }

    /** The sums of both, slot by slot. */
    static byte[] plus(byte[] a, byte[] b) {
        if (a.length == 0) {
            return b;
        }
        if (b.length == 0) {
            return a;
        }
        Reader left = new Reader(a);
        Reader right = new Reader(b);
        // No sum of two numbers is longer than both.
        Writer out = new Writer(a.length + b.length);
        while (left.has() || right.has()) {
            if (!right.has() || left.has() && left.slot() < right.slot()) {
                left.copyTo(out);
            } else if (!left.has() || right.slot() < left.slot()) {
                right.copyTo(out);
            } else {
                int slot = left.slot();
                out.slot(slot, left.next().plus(right.next()));
            }
        }
        return out.packed();
    }

    /** What takes the figures back; authors cannot be. */
    static byte[] negated(byte[] packed) {
        // A figure may be longer by a byte.
        Writer out = new Writer(2 * packed.length);
        for (Reader in = new Reader(packed); in.has(); ) {
            int slot = in.slot();
            out.slot(slot, in.next().negated());
        }
        return out.packed();
    }

    /** What the function makes of each slot. */
    static byte[] mapped(byte[] packed, UnaryOperator<WindowSum> function) {
        int slots = Long.bitCount(present(packed));
        Writer out = new Writer(packed.length + slots * VARINT_BYTES * Figure.values().length);
        for (Reader in = new Reader(packed); in.has(); ) {
            int slot = in.slot();
            out.slot(slot, function.apply(in.next()));
        }
        return out.packed();
    }

    /** Whether any slot has a figure. */
    static boolean count(byte[] packed) {
        for (Reader in = new Reader(packed); in.has(); in.skip()) {
            if (in.which() != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether any slot has that figure. */
    static boolean have(byte[] packed, Figure figure) {
        for (Reader in = new Reader(packed); in.has(); in.skip()) {
            if ((in.which() >>> figure.ordinal() & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Which slots there are, a bit each. */
    static long present(byte[] packed) {
        long present = 0;
        for (Reader in = new Reader(packed); in.has(); in.skip()) {
            present |= 1L << in.slot();
        }
        return present;
    }

    /** How long a slot is. */
    private static int length(long[] figures, int authors) {
        int length = 1 + varintLength(which(figures)) + varintLength(authors);
        for (long figure : figures) {
            length += figure == 0 ? 0 : varintLength(zigzag(figure));
        }
        return length + Long.BYTES * authors;
    }

    private static int varintLength(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    }

    /** Which figures are told, a bit each. */
    private static long which(long[] figures) {
        long which = 0;
        for (int i = 0; i < figures.length; i++) {
            which |= figures[i] == 0 ? 0 : 1L << i;
        }
        return which;
    }

    private static long zigzag(long figure) {
        return figure << 1 ^ figure >> 63;
    }

    /** Reads one slot after the other. */
    static final class Reader {
        private final byte[] from;
        private int at;

        Reader(byte[] from) {
            this.from = from;
        }

        boolean has() {
            return at < from.length;
        }

        int slot() {
            return from[at];
        }

        /** Which figures the slot has, a bit each. */
        long which() {
            int start = at++;
            long which = varint();
            at = start;
            return which;
        }

        WindowSum next() {
            at++;
            long[] figures = Figure.none();
            for (long left = varint(); left != 0; left &= left - 1) {
                long zigzag = varint();
                figures[Long.numberOfTrailingZeros(left)] = zigzag >>> 1 ^ -(zigzag & 1);
            }
            int many = (int) varint();
            long[] authors = many == 0 ? AuthorSketch.EMPTY : new long[many];
            for (int i = 0; i < many; i++) {
                authors[i] = (long) LONGS.get(from, at);
                at += Long.BYTES;
            }
            return new WindowSum(figures, authors);
        }

        /** Adds the slot to a sum. */
        void addTo(Sum sum) {
            at++;
            for (long left = varint(); left != 0; left &= left - 1) {
                long zigzag = varint();
                sum.add(Long.numberOfTrailingZeros(left), zigzag >>> 1 ^ -(zigzag & 1));
            }
            for (int authors = (int) varint(); authors > 0; authors--) {
                sum.addAuthor((long) LONGS.get(from, at));
                at += Long.BYTES;
            }
        }

        void skip() {
            at++;
            for (int left = Long.bitCount(varint()); left > 0; left--) {
                varint();
            }
            int authors = (int) varint();
            at += Long.BYTES * authors;
        }

        void copyTo(Writer out) {
            int start = at;
            skip();
            out.bytes(from, start, at);
        }

        private long varint() {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = from[at++];
                value |= (long) (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }
    }

    private static final class Writer {
        private final byte[] to;
        private int size;

        Writer(int capacity) {
            to = new byte[capacity];
        }

        void slot(int slot, WindowSum sum) {
            figures(slot, sum.figures());
            varint(sum.authors().length);
            for (long author : sum.authors()) {
                author(author);
            }
        }

        void slot(int slot, Sum sum) {
            figures(slot, sum.figures());
            Authors authors = sum.authors();
            varint(authors.size());
            for (int i = 0; i < authors.size(); i++) {
                author(authors.at(i));
            }
        }

        private void figures(int slot, long[] figures) {
            to[size++] = (byte) slot;
            long which = which(figures);
            varint(which);
            for (long left = which; left != 0; left &= left - 1) {
                varint(zigzag(figures[Long.numberOfTrailingZeros(left)]));
            }
        }

        private void author(long author) {
            LONGS.set(to, size, author);
            size += Long.BYTES;
        }

        void bytes(byte[] from, int start, int end) {
            System.arraycopy(from, start, to, size, end - start);
            size += end - start;
        }

        byte[] packed() {
            return size == to.length ? to : Arrays.copyOf(to, size);
        }

        private void varint(long value) {
            long left = value;
            while ((left & ~0x7fL) != 0) {
                to[size++] = (byte) (left & 0x7f | 0x80);
                left >>>= 7;
            }
            to[size++] = (byte) left;
        }
    }
}
