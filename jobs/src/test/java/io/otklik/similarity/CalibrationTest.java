package io.otklik.similarity;

import io.otklik.similarity.evaluate.Calibration;
import io.otklik.similarity.evaluate.Calibration.Labelled;
import io.otklik.similarity.signal.SignalBook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The score is the probability that a story should be checked, by stories written for the project.
 */
class CalibrationTest {

    private static final SignalBook BOOK = SignalBook.bundled();
    private static List<Labelled> stories;
    private static Calibration figures;

    @BeforeAll
    static void judge() throws IOException {
        stories = Calibration.read(Path.of("src/main/training/similarity/stories.csv"));
        figures = Calibration.of(BOOK, stories);
    }

    @Test
    void bookSaysWhatTheFirstHalfOfTheStoriesGives() {
        assertThat(BOOK.slope()).isCloseTo(figures.slope(), Offset.offset(0.01));
        assertThat(BOOK.offset()).isCloseTo(figures.offset(), Offset.offset(0.01));
    }

    @Test
    void scoreTellsTheOtherHalfBetterThanTheirShare() {
        double share = (double) stories.stream().filter(Labelled::isFalse).count() / stories.size();

        assertThat(figures.stories()).isEqualTo(stories.size() / 2);
        assertThat(figures.brier()).isLessThan(0.75 * share * (1 - share));
        assertThat(figures.brier()).isLessThanOrEqualTo(figures.uncalibrated());
    }

    @Test
    void fromTheThresholdOnMostOfTheOtherHalfAreRight() {
        assertThat(figures.precision()).isGreaterThan(0.8);
        assertThat(figures.recall()).isGreaterThan(0.7);
    }

    @Test
    void perfectlyPartedStoriesMakeNoInfiniteSlope() {
        Labelled rumour =
                new Labelled(true, 9, 4, "Срочно! Знакомый из МЧС сказал, передайте всем!");
        Labelled thanks = new Labelled(false, 1, 1, "Спасибо за горку во дворе");
        Calibration parted =
                Calibration.of(BOOK, List.of(rumour, rumour, thanks, thanks, rumour, thanks));

        assertThat(parted.slope()).isBetween(0.0, 10.0);
        assertThat(parted.recall()).isEqualTo(1);
    }
}
