package io.otklik.servicelevel.files;

import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;
import io.otklik.servicelevel.PolicyCheck;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.ReadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Policies as people write them, and what is said of those that are wrong. */
class PolicyYamlTest {

    private static final Instant AT = Instant.parse("2026-01-20T08:00:00Z");
    private static final String GOOD =
            """
            policy: p
            version: 1
            timeZone: Europe/Moscow
            validFrom: 2026-06-01
            clockStart: detected
            calendar: ru
            targets:
              firstResponse:
                within: 9 working hours
            """;

    @SuppressWarnings("unused")
    private static final List<String> profiles = Shipped.PROFILES;

    /** What the demo and the acceptance scenarios import stands beside the shipped profiles. */
    @Test
    void theSamplesPoliciesAreSound() throws IOException {
        Path samples = Path.of(System.getProperty("otklik.home"), "deploy", "samples");
        List<SlaPolicy> known = new ArrayList<>();
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(path -> path.endsWith("policy.yaml")).toList()) {
                for (SlaPolicy policy :
                        PolicyYaml.read(Files.readString(file), AT).orThrow(file.toString())) {
                    PolicyCheck check = new PolicyCheck(known, Set.of("ru", "ru-9-18"), AT, true);
                    assertThat(check.problems(policy)).as(file.toString()).isEmpty();
                    known.add(policy);
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(7);
    }

    @Test
    void readsWhatIsWritten() {
        SlaPolicy policy =
                PolicyYaml.read(
                                """
                                policy: заречный-1
                                version: 2
                                title: Регламент
                                region: Приозёрная область
                                municipality: Заречный округ
                                agency: zarechny
                                validFrom: 2026-06-01
                                validTo: 2026-12-01T12:30
                                timeZone: Europe/Moscow
                                clockStart: Published
                                calendar: ru
                                source: Постановление
                                assumptions: [одно, другое]
                                targets:
                                  triage: 1 hour 30 minutes
                                  firstResponse:
                                    within: 9 working hours
                                    warnBefore: 60 working minutes
                                    escalate: [At breach, +4 working hours, 2 working days]
                                    high:
                                      within: 4 working hours
                                      escalate: at breach
                                """,
                                AT)
                        .orThrow("p.yaml")
                        .get(0);

        assertThat(policy.versionId()).isEqualTo("заречный-1@2");
        assertThat(policy.validFrom()).isEqualTo("2026-05-31T21:00:00Z");
        assertThat(policy.validTo()).isEqualTo("2026-12-01T09:30:00Z");
        assertThat(policy.assumptions()).containsExactly("одно", "другое");
        assertThat(policy.updatedAt()).isEqualTo(AT);
        assertThat(policy.targets())
                .containsExactly(
                        target(SlaMetric.TRIAGE, Urgency.NORMAL, SlaUnit.CALENDAR, "PT1H30M", null),
                        target(SlaMetric.TRIAGE, Urgency.HIGH, SlaUnit.CALENDAR, "PT1H30M", null),
                        target(
                                SlaMetric.FIRST_RESPONSE,
                                Urgency.NORMAL,
                                SlaUnit.WORKING,
                                "PT9H",
                                "PT1H",
                                "PT0S",
                                "PT4H",
                                "P2D"),
                        target(
                                SlaMetric.FIRST_RESPONSE,
                                Urgency.HIGH,
                                SlaUnit.WORKING,
                                "PT4H",
                                "PT1H",
                                "PT0S"));
    }

    private static SlaTarget target(
            SlaMetric metric,
            Urgency urgency,
            SlaUnit unit,
            String within,
            String warn,
            String... escalate) {
        return new SlaTarget(metric, urgency, unit, within, warn, List.of(escalate));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1                  | version: 0                  | 2 | version is 0; it begins at 1.
                    version: 1                  | version: one                | 2 | version is one; it is a whole number from 1.
                    policy: p                   | policy: a b                 | 1 | policy is a b; it is a name of letters, digits, _, . and -.
                    policy: p                   | police: p                   | 1 | policy is missing.
                    clockStart: detected        | clockStart: seen            | 5 | clockStart is seen; it is published, detected or assigned.
                    timeZone: Europe/Moscow     | timeZone: Moscow            | 3 | timeZone is Moscow; it is a name like Europe/Moscow.
                    timeZone: Europe/Moscow     | title: t                    | 4 | validFrom needs a timeZone: a day begins in one.
                    validFrom: 2026-06-01       | validFrom: 01.06.2026       | 4 | validFrom is 01.06.2026; it is a day like 2026-01-31 or a time like 2026-01-31T12:00.
                    clockStart: detected        | validTo: 2026-05-31         | 5 | validTo is not after validFrom.
                    calendar: ru                | calender: ru                | 1 | calendar is missing.
                    within: 9 working hours     | within: -9 hours            | 9 | within is -9 hours; a duration is not negative.
                    within: 9 working hours     | within: soon                | 9 | within is soon; write it like 9 working hours,
                    within: 9 working hours     | within: 0 hours             | 9 | firstResponse leaves no time.
                    within: 9 working hours     | within: 1 working day 2 hours | 9 | within is 1 working day 2 hours; write it
                    within: 9 working hours     | soon: 9 working hours       | 9 | firstResponse has no within.
                    firstResponse:              | firstAnswer:                | 8 | firstAnswer is not known here; there are clarification,
                    targets:                    | goals:                      | 1 | targets is missing.
                    policy: p                   | version: 2                  | 2 | version stands twice here.
                    policy: p                   | policy: [                   | 1 | This is not YAML:
                    """)
    void whatIsWrongIsToldWithItsLine(String was, String is, int line, String sentence) {
        List<FileProblem> problems = PolicyYaml.read(GOOD.replace(was, is), AT).problems();

        assertThat(PolicyYaml.read(GOOD, AT).problems()).isEmpty();
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.sentence()).startsWith(sentence));
        if (!sentence.startsWith("This is not YAML")) {
            assertThat(problems)
                    .filteredOn(problem -> problem.sentence().startsWith(sentence))
                    .extracting(FileProblem::line)
                    .containsExactly(line);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    warnBefore: 1 hour                                   | warnBefore of firstResponse is in another time than within
                    warnBefore: 9 working hours                          | warnBefore of firstResponse is not shorter than within.
                    escalate: [+1 hour]                                  | escalate of firstResponse is in another time than within
                    escalate: [+2 working hours, at breach]              | escalate of firstResponse does not grow from level to level.
                    escalate: [later]                                    | escalate is later; write it like
                    high: 8 hours                                        |
                    high: {within: 1 working hour, warn: 1 hour}         | warn is not known here; there are escalate,
                    """)
    void termsThatContradictThemselvesAreRefused(String line, String sentence) {
        List<FileProblem> problems = PolicyYaml.read(GOOD + "    " + line + "\n", AT).problems();

        if (sentence == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .anySatisfy(problem -> assertThat(problem.sentence()).startsWith(sentence));
        }
    }

    @Test
    void severalPoliciesAreSeveralDocumentsAndAllProblemsAreTold() {
        ReadFile<SlaPolicy> file =
                PolicyYaml.read(
                        GOOD
                                + "---\n"
                                + GOOD.replace("version: 1", "version: 0")
                                + "---\n"
                                + GOOD.replace("calendar: ru", "calendar: [a]"),
                        AT);

        assertThat(file.entries()).hasSize(1);
        assertThat(file.problems()).extracting(FileProblem::line).containsExactly(12, 26);
    }

    @Test
    void emptyFileHoldsNoPolicy() {
        assertThat(PolicyYaml.read("", AT).problems())
                .containsExactly(new FileProblem(1, "The file holds no policy."));
        assertThat(PolicyYaml.read("- a\n", AT).problems())
                .containsExactly(
                        new FileProblem(
                                1,
                                "A policy is written as lines «name: value»; here stands a list."));
        assertThatThrownBy(() -> PolicyYaml.read("", AT).orThrow("p.yaml"))
                .hasMessage("p.yaml:1: The file holds no policy.");
    }

    @ParameterizedTest
    @FieldSource("profiles")
    void shippedProfileIsSoundAndSaysWhatItAssumes(String profile) {
        SlaPolicy policy = Shipped.policy(profile);

        assertThat(policy.policyId()).isEqualTo(profile);
        assertThat(policy.source()).isNotBlank();
        assertThat(policy.assumptions()).isNotEmpty();
        assertThat(policy.targets())
                .extracting(SlaTarget::metric)
                .contains(SlaMetric.FIRST_RESPONSE, SlaMetric.FINAL_AFTER_INTERIM);
        assertThat(Shipped.policies().with(policy).unusable()).isEmpty();
    }

    @Test
    void shippedProfilesAreForDifferentRegions() {
        assertThat(Shipped.PROFILES.stream().map(Shipped::policy).map(SlaPolicy::region))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }
}
