package io.otklik.language.topic;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScoresTest {

    @Test
    void tellsThePlacesOfTheGreatestGreatestFirst() {
        assertThat(Scores.best(new float[] {1, 5, 3, 4}, 3)).containsExactly(1, 3, 2);
    }

    @Test
    void ofEqualOnesTheFirst() {
        assertThat(Scores.best(new float[] {2, 2, 2}, 2)).containsExactly(0, 1);
    }

    @Test
    void tellsNoMoreThanThereAre() {
        assertThat(Scores.best(new float[] {1}, 3)).containsExactly(0);
    }

    @Test
    void sharesSumToOneAndKeepTheOrder() {
        float[] shares = {1000, 1001, -5};
        Scores.softmax(shares);
        assertThat((double) shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-6));
        assertThat(shares[1]).isGreaterThan(shares[0]);
        assertThat(shares[2]).isZero();
    }
}
