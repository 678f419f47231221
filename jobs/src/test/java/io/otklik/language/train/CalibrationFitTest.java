package io.otklik.language.train;

import io.otklik.language.model.Calibration;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibrationFitTest {

    /** Scores that are twice too sure and one too low are put right. */
    @Test
    void theTrueCurveIsFound() {
        Random random = new Random(3);
        List<CalibrationFit.HeldOut> heldOut = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double logit = random.nextGaussian() * 2;
            boolean is = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            heldOut.add(new CalibrationFit.HeldOut(2 * (logit - 1), is));
        }

        Calibration calibration = CalibrationFit.fit(heldOut, List.of());

        assertThat(calibration.slope()).isEqualTo(0.5, within(0.05));
        assertThat(calibration.bias()).isEqualTo(1, within(0.1));
        assertThat(calibration.threshold()).isBetween(0.3, 0.6);
    }
}
