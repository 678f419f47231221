package io.otklik.samples.corpus;

/**
 * SplitMix64. Written out so that one seed gives the same bytes on every JDK; not for secrets, not
 * for several threads.
 */
public final class Rng {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public Rng(long seed) {
        this.state = seed;
    }

    public long next() {
        state += STEP;
        return finish(state);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public long between(long low, long high) {
        return low + (long) (unit() * (high - low + 1));
    }

    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** Nearly normal, by the sum of four uniforms: within ±3.46 standard deviations. */
    public double gauss() {
        return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772;
    }

    /** A lognormal value of the given median. */
    public double heavy(double median, double sigma) {
        return median * StrictMath.exp(sigma * gauss());
    }

    /** Exponential with the given mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** A number that depends on both arguments and nothing else. */
    public static long mix(long a, long b) {
        return finish(finish(a + STEP) ^ (b * 0xD1B54A32D192ED03L + STEP));
    }

    /** {@link #mix} brought to 0 … {@code bound - 1}. */
    public static int pick(long a, long b, int bound) {
        return (int) (((mix(a, b) >>> 33) * bound) >>> 31);
    }

    private static long finish(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
