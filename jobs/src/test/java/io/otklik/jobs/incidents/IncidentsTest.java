package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.Incident;
import io.otklik.schemas.RepeatKind;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static io.otklik.jobs.incidents.TestAppeals.appeal;
import static io.otklik.jobs.incidents.TestAppeals.at;
import static io.otklik.jobs.incidents.TestAppeals.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

/** Which appeals are one incident, and what becomes of it. */
class IncidentsTest {

    private static final IncidentTimes TIMES =
            new IncidentTimes(Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(180));

    @Test
    void residentsOfOneHouseAreOneIncident() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "улица Мира, 5", 0, null));
            street.take(appeal("b", "boris", "вода", "Улица мира 5", 2, null));
            street.take(appeal("c", "anna", null, "улица Мира 5", 3, null));
            street.take(appeal("d", "dina", "вода", "улица Мира, 7", 4, null));
            street.take(appeal("e", "egor", "лифт", "улица Мира, 5", 5, null));
            street.take(appeal("f", "foma", "вода", null, 6, null));

            assertThat(street.incidents())
                    .extracting(Incident::members)
                    .containsExactly(List.of("a", "b", "c"), List.of("d"), List.of("e"));
            assertThat(street.incidents().get(0).authors()).isEqualTo(2);
            assertThat(street.incidents().get(0).openMembers()).isEqualTo(3);
            assertThat(street.merges()).containsExactly("b into a", "c into a");
        }
    }

    @Test
    void closedProblemThatComesBackIsARepeatByItsAuthorOrAtItsPlace() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, 24));
            street.take(appeal("b", "boris", "вода", "Мира 5", 48, 50));
            street.take(appeal("c", "boris", "вода", "Мира 5", 72, 80));
            street.take(appeal("d", "dina", "вода", "Мира 5", 80 + 30 * 24, null));
            street.take(appeal("e", "egor", "вода", "Мира 5", 80 + 61 * 24, null));

            assertThat(street.incidents())
                    .extracting(street::repeated)
                    .containsExactly(null, "a", "b", "c", null);
            assertThat(street.incidents())
                    .extracting(Incident::repeatKind)
                    .containsExactly(
                            null, RepeatKind.PLACE, RepeatKind.AUTHOR, RepeatKind.PLACE, null);
            assertThat(street.merges()).isEmpty();
        }
    }

    @Test
    void complaintThatIsWrittenAnewInsteadOfOneThatWasWithdrawnRepeatsNothing() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(withdrawn("a", "anna", "вода", "Мира 5", 0, 1));
            street.take(appeal("b", "anna", "вода", "Мира 5", 2, null));

            assertThat(street.incidents())
                    .extracting(Incident::members)
                    .containsExactly(List.of("a"), List.of("b"));
            assertThat(street.incidents()).extracting(Incident::repeatOf).containsOnlyNulls();
        }
    }

    @Test
    void repeatIsCountedFromTheAnswerAndByWhoWasAnswered() throws Exception {
        int answered = 24;
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, answered));
            street.take(withdrawn("b", "boris", "вода", "Мира 5", 1, 48));
            // Boris was not answered.
            street.take(appeal("c", "boris", "вода", "Мира 5", 72, null));
            assertThat(street.incidents().get(1).repeatKind()).isEqualTo(RepeatKind.PLACE);

            // Anna was, but longer ago than a repeat may come.
            street.take(appeal("d", "anna", "вода", "Мира 5", answered + 30 * 24 + 1, null));
            assertThat(street.incidents().get(1).members()).containsExactly("c", "d");
            assertThat(street.incidents().get(1).repeatKind()).isEqualTo(RepeatKind.PLACE);

            street.take(appeal("e", "anna", "вода", "Мира 5", answered + 30 * 24, null));
            assertThat(street.incidents().get(1).repeatKind()).isEqualTo(RepeatKind.AUTHOR);
        }
    }

    @Test
    void answerClosesWhenTheLastMemberIsAnswered() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, 10, false, 2));
            street.take(appeal("b", "boris", "вода", "Мира 5", 5, null));
            assertThat(street.incidents().get(0).closedAt()).isNull();

            street.take(appeal("b", "boris", "вода", "Мира 5", 5, 12, false, 2));

            assertThat(street.incidents().get(0).closedAt()).isEqualTo(at(12));
            assertThat(street.incidents().get(0).openMembers()).isZero();
        }
    }

    @Test
    void earlierAppealThatComesLateGivesTheIncidentItsName() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("b", "boris", "вода", "Мира 5", 5, null));
            street.take(appeal("c", "clara", "вода", "Мира 5", 6, null));
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, null));

            assertThat(street.incidents()).hasSize(1);
            assertThat(street.incidents().get(0).members()).containsExactly("a", "b", "c");
            assertThat(street.rows()).isEqualTo(2);
            assertThat(street.merges()).containsExactly("b into a", "c into a");
        }
    }

    @Test
    void appealThatMovesOrIsTakenBackLeavesItsIncident() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, null));
            street.take(appeal("b", "boris", "вода", "Мира 5", 1, null));
            street.take(appeal("c", "clara", "вода", "Мира 5", 2, null));
            street.take(appeal("b", "boris", "вода", "Мира 7", 1, null, false, 2));
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, null, true, 2));
            // An older record changes nothing.
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, null));

            assertThat(street.incidents())
                    .extracting(Incident::members)
                    .containsExactly(List.of("b"), List.of("c"));
            assertThat(street.merges()).isEmpty();
        }
    }

    @Test
    void stateGoesWithoutAWordWhenNothingChangesAnyMore() throws Exception {
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, 24));
            street.take(appeal("b", "boris", "вода", "Мира 5", 1, 24));
            street.pass(Duration.ofDays(100));
            street.take(appeal("c", "clara", "вода", "Мира 5", 48, null));
            List<Incident> before = street.incidents();
            assertThat(street.timers()).isPositive();

            // The first incident is old, but the second repeats it.
            street.pass(Duration.ofDays(100));
            street.take(appeal("c", "clara", "вода", "Мира 5", 48, null, false, 2));
            assertThat(street.incidents()).isEqualTo(before);
            assertThat(street.stateEntries()).isPositive();

            street.pass(Duration.ofDays(400));
            assertThat(street.incidents()).isEqualTo(before);
            assertThat(street.timers()).isZero();
            assertThat(street.stateEntries()).isZero();
        }
    }

    /** A puddle that comes back each week: what is kept does not grow, and what was told stands. */
    @Test
    void aProblemThatComesAgainAndAgainIsForgottenFromItsBeginning() throws Exception {
        int weeks = 80;
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            String problem = null;
            for (int week = 0; week < weeks; week++) {
                int hour = week * 7 * 24;
                Appeal appeal = appeal("a" + week, "p" + week, "яма", "Мира 5", hour, hour + 24);
                problem = PlacedAppeal.of(appeal).problem();
                street.take(appeal);
                street.pass(Duration.ofDays(7));
            }
            assertThat(street.appealsOf(problem))
                    .isLessThanOrEqualTo((int) (TIMES.retention().toDays() / 7) + 1);

            List<Incident> told = street.incidents();
            assertThat(told).hasSize(weeks);
            for (int week = 1; week < weeks; week++) {
                assertThat(street.repeated(told.get(week))).isEqualTo("a" + (week - 1));
                assertThat(told.get(week).repeatKind()).isEqualTo(RepeatKind.PLACE);
            }
            street.restart(TIMES);
            street.take(appeal("late", "p9", "яма", "Мира 5", weeks * 7 * 24, null));
            street.pass(Duration.ofDays(400));
            assertThat(street.incidents().subList(0, weeks)).isEqualTo(told);
            assertThat(street.stateEntries()).isZero();
            assertThat(street.timers()).isZero();
        }
    }

    @Test
    void incidentsThatOtherTimesTellOtherwiseAreToldWhenTheOldOnesWouldGo() throws Exception {
        IncidentTimes shorter =
                new IncidentTimes(Duration.ofDays(10), Duration.ofDays(30), Duration.ofDays(180));
        try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
            street.take(appeal("a", "anna", "вода", "Мира 5", 0, null));
            street.take(appeal("b", "boris", "вода", "Мира 5", 20 * 24, null));
            assertThat(street.merges()).containsExactly("b into a");
            street.restart(shorter);

            street.pass(Duration.ofDays(181));

            assertThat(street.incidents())
                    .extracting(Incident::members)
                    .containsExactly(List.of("a"), List.of("b"));
            assertThat(street.merges()).isEmpty();
            street.pass(Duration.ofDays(181));
            assertThat(street.incidents()).hasSize(2);
            assertThat(street.stateEntries()).isZero();
            assertThat(street.timers()).isZero();
        }
    }

    @Test
    void whatTravelsIsAPojo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PlacedAppeal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Repeat.class);
        assertThat(PlacedAppeal.of(appeal("a", "anna", "вода", " ", 0, null))).isNull();
        Appeal one = appeal("a", "anna", "вода", "Мира 5", 0, null);
        assertThat(PlacedAppeal.of(one).problem())
                .isEqualTo("приозерная область заречный округ|ЖКХ|мира 5");
    }
}
