package io.otklik.cli.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks authorities by the weighted mean of their ranks: «sum of ranks by the number of
 * indicators», as the ЭИСИ ranks channels. Ranks do not mix units, and one monstrous figure costs
 * no more than the last place.
 *
 * <p>Who has too few cases to be judged by is listed without a rank. A figure that is not known
 * ranks behind all that are: silence is no advantage.
 */
public final class Ranking {

    private static final double EQUAL = 1e-9;

    private Ranking() {}

    /** Every authority, the best first, then the unranked by name. */
    public static List<Place> of(Nomination nomination, List<Agency> agencies) {
        List<Agency> ranked =
                agencies.stream().filter(agency -> hasEnough(nomination, agency)).toList();
        double[] scores = new double[ranked.size()];
        double weights = 0;
        for (Nomination.Criterion criterion : nomination.criteria()) {
            weights += criterion.weight();
            for (int i = 0; i < scores.length; i++) {
                scores[i] += criterion.weight() * rank(criterion, ranked.get(i), ranked);
            }
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int better = 0;
            for (double other : scores) {
                better += other < scores[i] - EQUAL ? 1 : 0;
            }
            places.add(new Place(better + 1, scores[i] / weights, ranked.get(i)));
        }
        places.sort(
                Comparator.comparingInt(Place::rank).thenComparing(place -> place.agency().name()));
        agencies.stream()
                .filter(agency -> !hasEnough(nomination, agency))
                .sorted(Comparator.comparing(Agency::name))
                .forEach(agency -> places.add(new Place(0, Double.NaN, agency)));
        return places;
    }

    private static boolean hasEnough(Nomination nomination, Agency agency) {
        return nomination.enough().entrySet().stream()
                .allMatch(
                        least -> {
                            Double figure = agency.figure(least.getKey());
                            return figure != null && figure >= least.getValue();
                        });
    }

    /** One more than the authorities that are better; of equals, the middle of their places. */
    private static double rank(Nomination.Criterion by, Agency agency, List<Agency> all) {
        int better = 0;
        int equal = 0;
        for (Agency other : all) {
            int order = compare(by, other.figure(by.measure()), agency.figure(by.measure()));
            better += order < 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        return better + (equal + 1) / 2.0;
    }

    private static int compare(Nomination.Criterion by, Double a, Double b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return by.highIsBetter() ? Double.compare(b, a) : Double.compare(a, b);
    }
}
