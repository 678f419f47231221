package io.otklik.language.train;

import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KindFiguresTest {

    @Test
    void figuresAreCountedByHand() {
        KindFigures figures =
                KindFigures.of(
                        List.of(
                                judged("1", Kind.APPEAL, Kind.APPEAL, 0.9),
                                judged("2", Kind.FOLLOW_UP, Kind.APPEAL, 0.9),
                                judged("3", Kind.APPEAL, Kind.CHAT, 0.1),
                                judged("4", Kind.CHAT, Kind.CHAT, 0.1),
                                judged("5", Kind.THANKS, Kind.APPEAL, 0.7)),
                        true,
                        1);

        assertThat(figures.needsAnswer()).isEqualTo(new Ratio(2, 1, 1));
        assertThat(figures.needsAnswer().f1()).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(figures.accuracy()).isEqualTo(0.4);
        // bins: 0.9 said twice and true twice, 0.1 said twice and true once, 0.7 once and false
        assertThat(figures.calibrationError()).isEqualTo((0.2 + 0.8 + 0.7) / 5, within(1e-9));
        assertThat(figures.byKind().get("appeal")).isEqualTo(new Ratio(1, 2, 1));
        assertThat(figures.worst()).extracting(KindFigures.Mistake::id).containsExactly("3", "5");
        assertThat(figures.f1Low()).isLessThanOrEqualTo(figures.f1High());
        assertThat(figures.f1OfKind().get("chat").high()).isEqualTo(1);
        assertThat(figures.f1OfKind().get("chat").low()).isZero();
        assertThat(figures.f1OfKind().get("spam")).isEqualTo(new KindFigures.Interval(0, 0));
    }

    @Test
    void urgencyIsComparedWhereItWasLabelled() {
        KindFigures figures =
                KindFigures.of(
                        List.of(
                                urgency("1", Urgency.HIGH, Urgency.HIGH),
                                urgency("2", Urgency.HIGH, Urgency.NORMAL),
                                urgency("3", Urgency.NORMAL, Urgency.HIGH),
                                urgency("4", Urgency.NORMAL, Urgency.NORMAL),
                                urgency("5", null, Urgency.HIGH)),
                        false,
                        1);

        assertThat(figures.urgent()).isEqualTo(new Ratio(1, 1, 1));
    }

    private static Judged urgency(String id, Urgency truth, Urgency found) {
        return new Judged(id, id, "text", Kind.APPEAL, Kind.APPEAL, 0.9, truth, found);
    }

    private static Judged judged(String id, Kind truth, Kind found, double needsAnswer) {
        return new Judged("thread" + id, id, "text", truth, found, needsAnswer);
    }
}
