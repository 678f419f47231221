package io.otklik.servicelevel;

import io.otklik.schemas.ClockStart;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.files.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;

import static io.otklik.servicelevel.Calendars.moscow;
import static org.assertj.core.api.Assertions.assertThat;

/** Which policy an appeal is held to. */
class PoliciesTest {

    private static final PageScope PAGE =
            new PageScope("Приозёрная область", "Заречный округ", "zarechny", "Europe/Moscow");
    private static final Instant MIDNIGHT = moscow("2026-06-01T00:00");

    /** Acceptance scenario (x): at midnight the new version takes over, for new appeals only. */
    @Test
    void scenarioX() {
        Policies policies =
                Shipped.policies()
                        .with(policy("region", 1, "Приозёрная область", null, null, null))
                        .with(policy("region", 2, "Приозёрная область", null, null, MIDNIGHT));
        Instant before = MIDNIGHT.minusMillis(1);

        assertThat(chosen(policies, PAGE, before)).isEqualTo("region@1");
        assertThat(chosen(policies, PAGE, MIDNIGHT)).isEqualTo("region@2");
        // What was opened before keeps its version however late it is told again.
        Deadlines old = policies.applying(PAGE, new ClockFacts(before, before, MIDNIGHT));
        assertThat(old.policy().versionId()).isEqualTo("region@1");
        assertThat(old.deadline(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, before).policyVersion())
                .isEqualTo(1);
    }

    @Test
    void appealBetweenTheClocksOfTwoVersionsIsHeldToTheNewOne() {
        Policies policies =
                Shipped.policies()
                        .with(
                                clock(
                                        policy("p", 1, null, null, "zarechny", null),
                                        ClockStart.DETECTED))
                        .with(
                                clock(
                                        policy("p", 2, null, null, "zarechny", MIDNIGHT),
                                        ClockStart.PUBLISHED));
        ClockFacts facts = new ClockFacts(MIDNIGHT.minusSeconds(1), MIDNIGHT.plusSeconds(1), null);

        Deadlines deadlines = policies.applying(PAGE, facts);

        assertThat(deadlines.policy().versionId()).isEqualTo("p@2");
        assertThat(deadlines.clockStart(facts)).isEqualTo(facts.publishedAt());
    }

    @Test
    void narrowestScopeWins() {
        Policies policies =
                Shipped.policies()
                        .with(policy("region", 1, "Приозёрная область", null, null, null))
                        .with(policy("town", 1, "Приозёрная область", "Заречный округ", null, null))
                        .with(policy("agency", 1, null, null, "zarechny", null));

        assertThat(chosen(policies, PAGE, MIDNIGHT)).isEqualTo("agency@1");
        assertThat(chosen(policies, scope("Приозёрная обл.", "Заречный", "school"), MIDNIGHT))
                .isEqualTo("town@1");
        assertThat(chosen(policies, scope("приозерная область", "Другой", "school"), MIDNIGHT))
                .isEqualTo("region@1");
        assertThat(chosen(policies, scope("Другая область", "Заречный", "school"), MIDNIGHT))
                .isEqualTo("federal_2018_24h@1");
        assertThat(chosen(policies, PageScope.UNKNOWN, MIDNIGHT)).isEqualTo("federal_2018_24h@1");
    }

    @Test
    void afterItsEndAndInAGapTheWiderPolicyHolds() {
        SlaPolicy ended =
                new SlaPolicy(
                        "ended",
                        1,
                        null,
                        "Приозёрная область",
                        null,
                        null,
                        MIDNIGHT,
                        MIDNIGHT.plusSeconds(60),
                        null,
                        ClockStart.PUBLISHED,
                        "ru",
                        targets(),
                        null,
                        null,
                        Instant.EPOCH);
        Policies policies = Shipped.policies().with(ended);

        assertThat(chosen(policies, PAGE, MIDNIGHT.minusMillis(1))).isEqualTo("federal_2018_24h@1");
        assertThat(chosen(policies, PAGE, MIDNIGHT)).isEqualTo("ended@1");
        assertThat(chosen(policies, PAGE, MIDNIGHT.plusSeconds(60)))
                .isEqualTo("federal_2018_24h@1");
    }

    @Test
    void anOpenAppealKeepsTheCalendarThatItsClockStartedIn() {
        WorkCalendar first = Shipped.calendars().get(0);
        WorkCalendar second = edition(first, 2, MIDNIGHT);
        Policies known = Shipped.policies().with(policy("p", 1, null, null, "zarechny", null));

        for (Policies policies :
                List.of(
                        known.with(second),
                        known.with(edition(first, 3, MIDNIGHT.plusSeconds(60))).with(second))) {
            assertThat(calendarVersion(policies, MIDNIGHT.minusMillis(1))).isEqualTo(1);
            assertThat(calendarVersion(policies, MIDNIGHT)).isEqualTo(2);
            // Opened before anything was imported: the first there is.
            assertThat(calendarVersion(policies, Instant.EPOCH)).isEqualTo(1);
        }
        assertThat(calendarVersion(known.with(edition(first, 2, Instant.EPOCH)), MIDNIGHT))
                .as("imported for what is open, too")
                .isEqualTo(2);
    }

    private static int calendarVersion(Policies policies, Instant start) {
        return policies.applying(PAGE, new ClockFacts(start, start, null)).calendar().version();
    }

    private static WorkCalendar edition(WorkCalendar calendar, int version, Instant importedAt) {
        return new WorkCalendar(
                calendar.calendarId(),
                version,
                calendar.title(),
                calendar.timeZone(),
                calendar.firstYear(),
                calendar.lastYear(),
                calendar.week(),
                calendar.shortDayCutMinutes(),
                calendar.days(),
                calendar.yearlyHolidays(),
                calendar.source(),
                importedAt);
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        SlaPolicy one = policy("p", 1, "Приозёрная область", null, null, null);
        SlaPolicy two = policy("p", 2, "Приозёрная область", null, null, MIDNIGHT);

        for (Policies policies :
                List.of(
                        Shipped.policies().with(one).with(two),
                        Shipped.policies().with(two).with(one))) {
            assertThat(chosen(policies, PAGE, MIDNIGHT.minusMillis(1))).isEqualTo("p@1");
            assertThat(chosen(policies, PAGE, MIDNIGHT)).isEqualTo("p@2");
        }
    }

    @Test
    void pageWithoutAZoneHasThePolicysAndThenTheCalendars() {
        Policies policies = Shipped.policies().with(Shipped.policy("sakhalin_24h"));

        assertThat(zone(policies, new PageScope("Сахалинская область", null, null, null)))
                .isEqualTo("Asia/Sakhalin");
        assertThat(
                        zone(
                                policies,
                                new PageScope(
                                        "Сахалинская область", null, null, "Asia/Srednekolymsk")))
                .isEqualTo("Asia/Srednekolymsk");
        for (String unknown : List.of("Mars/Olympus", "UTC+10")) {
            assertThat(zone(policies, new PageScope(null, null, null, unknown)))
                    .isEqualTo("Europe/Moscow");
        }
    }

    @Test
    void policyWaitsForItsCalendarAndABrokenCalendarIsLeftOut() {
        SlaPolicy waiting = policy("w", 1, "Приозёрная область", null, null, null, "own");
        WorkCalendar own = Calendars.of("own", List.of("08:00-20:00"), DayOfWeek.values());
        WorkCalendar broken =
                new WorkCalendar(
                        "own",
                        2,
                        null,
                        "UTC",
                        2026,
                        2026,
                        List.of(),
                        60,
                        null,
                        null,
                        null,
                        Instant.EPOCH);

        Policies without = Shipped.policies().with(waiting);
        assertThat(chosen(without, PAGE, MIDNIGHT)).isEqualTo("federal_2018_24h@1");
        assertThat(without.unusable())
                .containsEntry("w@1", "Policy w@1 needs calendar own, which is not known.");

        Policies with = without.with(own).with(broken);
        assertThat(chosen(with, PAGE, MIDNIGHT)).isEqualTo("w@1");
        assertThat(with.applying(PAGE, facts(MIDNIGHT)).calendar().version()).isEqualTo(1);
        assertThat(with.unusable()).containsOnlyKeys("own@2");
    }

    @Test
    void newerCalendarIsUsed() {
        WorkCalendar ru = Calendars.shipped("ru");
        WorkCalendar newer =
                new WorkCalendar(
                        "ru",
                        2,
                        ru.title(),
                        ru.timeZone(),
                        ru.firstYear(),
                        2027,
                        ru.week(),
                        ru.shortDayCutMinutes(),
                        ru.days(),
                        ru.yearlyHolidays(),
                        null,
                        Instant.EPOCH);
        Policies policies = Shipped.policies();

        assertThat(policies.with(newer).applying(PAGE, facts(MIDNIGHT)).calendar().version())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T23:59, 0, ''",
        "2026-11-02T00:00, 1, '60 days left'",
        "2026-12-31T12:00, 1, '1 day left'",
        "2027-03-01T00:00, 1, 'since then days are guessed'"
    })
    void warnsSixtyDaysBeforeTheKnownYearsEnd(String now, int warnings, String says) {
        List<String> told = CalendarWarnings.at(moscow(now), List.of(Calendars.shipped("ru")));

        assertThat(told).hasSize(warnings);
        told.forEach(
                sentence ->
                        assertThat(sentence)
                                .contains("only to the end of 2026")
                                .contains(says)
                                .endsWith("import 2027 by otklik calendar import FILE."));
    }

    @Test
    void warnsOnceOfCalendarsThatOneFileMends() {
        assertThat(CalendarWarnings.at(moscow("2026-12-31T12:00"), Shipped.calendars()))
                .singleElement()
                .asString()
                .startsWith(
                        "Calendars ru, ru-9-18 know moved and short days only to the end of 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "г. Севастополь, Севастополь, true",
        "Республика Крым, Крым, true",
        "Респ. Башкортостан, республика башкортостан, true",
        "Сахалинская обл., Сахалинская область, true",
        "Орловская область, Ярославская область, false",
        "Республика Алтай, Алтайский край, false",
        "Москва, Московская область, false",
        "Саха (Якутия), Республика Саха (Якутия), true",
        "Край, край, true"
    })
    void namesOfPlacesAreOneHoweverTheyAreWritten(String one, String other, boolean same) {
        assertThat(PlaceName.key(one).equals(PlaceName.key(other))).isEqualTo(same);
    }

    private static String chosen(Policies policies, PageScope page, Instant at) {
        return policies.applying(page, facts(at)).policy().versionId();
    }

    private static String zone(Policies policies, PageScope page) {
        return policies.applying(page, facts(MIDNIGHT)).workingTime().zone().getId();
    }

    private static PageScope scope(String region, String municipality, String agency) {
        return new PageScope(region, municipality, agency, null);
    }

    private static ClockFacts facts(Instant at) {
        return new ClockFacts(at, at, at);
    }

    private static SlaPolicy clock(SlaPolicy policy, ClockStart clock) {
        return new SlaPolicy(
                policy.policyId(),
                policy.version(),
                null,
                policy.region(),
                policy.municipality(),
                policy.agencyId(),
                policy.validFrom(),
                null,
                null,
                clock,
                policy.calendarId(),
                policy.targets(),
                null,
                null,
                Instant.EPOCH);
    }

    private static SlaPolicy policy(
            String id, int version, String region, String town, String agency, Instant from) {
        return policy(id, version, region, town, agency, from, "ru");
    }

    private static SlaPolicy policy(
            String id,
            int version,
            String region,
            String town,
            String agency,
            Instant from,
            String calendar) {
        return new SlaPolicy(
                id,
                version,
                null,
                region,
                town,
                agency,
                from,
                null,
                null,
                ClockStart.PUBLISHED,
                calendar,
                targets(),
                null,
                null,
                Instant.EPOCH);
    }

    private static List<SlaTarget> targets() {
        return List.of(
                new SlaTarget(
                        SlaMetric.FIRST_RESPONSE,
                        Urgency.NORMAL,
                        SlaUnit.WORKING,
                        "PT9H",
                        null,
                        null));
    }
}
