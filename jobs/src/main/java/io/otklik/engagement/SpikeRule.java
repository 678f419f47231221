package io.otklik.engagement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a page's latest reactions are a spike, and whether one is over. */
public final class SpikeRule {

    private final SpikePolicy policy;

    public SpikeRule(SpikePolicy policy) {
        this.policy = policy;
    }

    /** The reactions in each window that ends then. */
    public double[] counts(Recent recent, long end) {
        double[] counts = new double[policy.windows().size()];
        for (int window = 0; window < counts.length; window++) {
            counts[window] = count(recent, window, end, null);
        }
        return counts;
    }

    /** Whether any window holds so many that it can be a spike at all: most never do. */
    public boolean areEnough(double[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] >= policy.windows().get(i).least()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The spike that is seen then; null if there is none. Of several windows the shortest tells.
     *
     * @param counts of {@link #counts}
     */
    public Excess seen(Recent recent, double[] counts, Usual usual, DayPeaks peaks, long end) {
        List<SpikePolicy.Window> windows = policy.windows();
        for (int i = 0; i < counts.length; i++) {
            SpikePolicy.Window window = windows.get(i);
            if (counts[i] >= limit(i, usual, peaks)) {
                return new Excess(
                        window.length(),
                        Math.round(counts[i]),
                        usual.count(window.length()),
                        mostly(recent, i, counts[i], end));
            }
        }
        return null;
    }

    /** Whether every window has no more than half of what makes a spike. */
    public boolean isOver(double[] counts, Usual usual, DayPeaks peaks) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > limit(i, usual, peaks) / 2) {
                return false;
            }
        }
        return true;
    }

    private double limit(int window, Usual usual, DayPeaks peaks) {
        SpikePolicy.Window of = policy.windows().get(window);
        double peak = policy.peaks() * peaks.usual(window, policy.windows().size());
        return Math.max(of.least(), Math.max(usual.limit(of, policy.deviations()), peak));
    }

    /**
     * @param post only its reactions; null: of all
     */
    private double count(Recent recent, int window, long end, String post) {
        long millis = policy.windows().get(window).length().toMillis();
        double sum = 0;
        int until = recent.indexAfter(end);
        for (int i = recent.indexAfter(end - millis); i < until; i++) {
            sum += recent.reactions()[i].within(millis, post);
        }
        return Math.max(0, sum);
    }

    private String mostly(Recent recent, int window, double all, long end) {
        long millis = policy.windows().get(window).length().toMillis();
        Set<String> posts = new HashSet<>();
        int until = recent.indexAfter(end);
        for (int i = recent.indexAfter(end - millis); i < until; i++) {
            posts.addAll(List.of(recent.reactions()[i].posts()));
        }
        posts.remove(Reactions.OTHERS);
        for (String post : posts) {
            if (count(recent, window, end, post) > all / 2) {
                return post;
            }
        }
        return null;
    }
}
