package io.otklik.similarity.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Average precision of a ranking: the mean, over what is true, of the precision down to it. */
public final class AveragePrecision {

    private AveragePrecision() {}

    /** Of scores and what is true; equal scores count as one rank. */
    public static double of(double[] scores, boolean[] truth) {
        List<Integer> order = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < scores.length; i++) {
            order.add(i);
            all += truth[i] ? 1 : 0;
        }
        order.sort(Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        double sum = 0;
        int hits = 0;
        int at = 0;
        while (at < order.size()) {
            int end = at;
            int here = 0;
            while (end < order.size() && scores[order.get(end)] == scores[order.get(at)]) {
                here += truth[order.get(end)] ? 1 : 0;
                end++;
            }
            hits += here;
            sum += here * (double) hits / end;
            at = end;
        }
        return all == 0 ? 0 : sum / all;
    }
}
