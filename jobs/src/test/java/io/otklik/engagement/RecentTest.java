package io.otklik.engagement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The latest reactions of a page: in whatever order they come, and only the latest. */
class RecentTest {

    private static final Reactions ONE = Reactions.NONE.plus("p", 0, 1);
    private static final Reactions TWO = Reactions.NONE.plus("q", 0, 2);

    @Test
    void stepsStandInTheOrderOfTheirEndsAndOneStepIsOneSum() {
        Recent recent = Recent.NONE.plus(30, ONE).plus(10, TWO).plus(20, ONE).plus(10, ONE);

        assertThat(recent.ends()).containsExactly(10, 20, 30);
        assertThat(recent.reactions()[0].within(60_000, null)).isEqualTo(3);
        assertThat(recent.reactions()[0].within(60_000, "q")).isEqualTo(2);
        assertThat(recent.reactions()[2].within(60_000, null)).isEqualTo(1);
    }

    @Test
    void whatEndedUntilAnInstantGoes() {
        Recent recent = Recent.NONE.plus(10, ONE).plus(20, TWO);

        assertThat(recent.after(9)).isSameAs(recent);
        assertThat(recent.after(10).ends()).containsExactly(20);
        assertThat(recent.after(10).reactions()).containsExactly(TWO);
        assertThat(recent.after(20).ends()).isEmpty();
    }
}
