package io.otklik.cli.rating;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The order that a spreadsheet with a column of ranks per measure gives. */
class RankingTest {

    private static final Nomination FEEDBACK =
            new Nomination(
                    "feedback",
                    "Обратная связь",
                    List.of(
                            new Nomination.Criterion("first_in_time_share_low", true, 2),
                            new Nomination.Criterion("first_response_p90_seconds", false, 1)),
                    Map.of("first_due", 10.0));

    /**
     * By hand: shares 0.9, 0.8, 0.8, none give ranks 1, 2.5, 2.5, 4; times 40, 10, 20, 30 give 4,
     * 1, 2, 3. Weighted means: 2, 2, 7/3, 11/3. The two best share the first place.
     */
    @Test
    void placesAreByTheWeightedMeanOfRanks() {
        List<Place> places =
                Ranking.of(
                        FEEDBACK,
                        List.of(
                                agency("a", 50, 0.9, 40.0),
                                agency("b", 50, 0.8, 10.0),
                                agency("c", 50, 0.8, 20.0),
                                agency("d", 50, null, 30.0)));

        assertThat(places)
                .extracting(place -> place.agency().id())
                .containsExactly("a", "b", "c", "d");
        assertThat(places).extracting(Place::rank).containsExactly(1, 1, 3, 4);
        assertThat(places.get(2).score()).isCloseTo(7 / 3.0, within(1e-9));
        assertThat(places.get(3).score()).isCloseTo(11 / 3.0, within(1e-9));
    }

    @Test
    void whoHasTooFewCasesIsListedButNotRanked() {
        List<Place> places =
                Ranking.of(
                        FEEDBACK, List.of(agency("few", 9, 1.0, 1.0), agency("b", 10, 0.1, 90.0)));

        assertThat(places).extracting(place -> place.agency().id()).containsExactly("b", "few");
        assertThat(places).extracting(Place::rank).containsExactly(1, 0);
    }

    private static Agency agency(String id, double due, Double share, Double p90) {
        Map<String, Double> figures = new HashMap<>();
        figures.put("first_due", due);
        figures.put("first_in_time_share_low", share);
        figures.put("first_response_p90_seconds", p90);
        return new Agency(id, "Ведомство " + id, "", figures);
    }
}
