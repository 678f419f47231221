package io.otklik.cli;

import io.otklik.cli.policy.KnownPolicies;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Topic;
import io.otklik.schemas.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Policies and calendars on their way into a real broker. */
class PolicyITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final String POLICY =
            """
            policy: zarechny
            version: %d
            region: Приозёрная область
            timeZone: Europe/Moscow
            validFrom: %s
            clockStart: published
            calendar: %s
            targets:
              firstResponse:
                within: 9 working hours
                warnBefore: 2 working hours
            """;

    @TempDir private Path folder;

    @Test
    void policyComesInOnceAndNeverAgainstAnother() throws Exception {
        Path file = folder.resolve("zarechny.yaml");
        Files.writeString(file, POLICY.formatted(1, "2020-01-01", "ru"));

        assertThat(run("policy", "import", file).out())
                .isEqualTo("1 policy version: 1 sent, 0 unchanged.\n");
        assertThat(run("policy", "import", file, "--json").out()).contains("\"unchanged\" : 1");

        // The same words under another version in the past, other words under the same one, a
        // calendar nobody knows, another policy for the same pages: each with its line.
        Files.writeString(
                file,
                String.join(
                        "---\n",
                        POLICY.formatted(2, "2021-01-01", "ru"),
                        POLICY.formatted(1, "2020-01-01", "ru-9-18"),
                        POLICY.formatted(3, "2099-01-01", "lunar"),
                        POLICY.formatted(1, "2020-06-01", "ru")
                                .replace("policy: zarechny", "policy: other")
                                .replace("Приозёрная область", "приозерная обл."),
                        POLICY.formatted(0, "2020-06-01", "ru").replace("9 working", "-9")));
        Run refused = run("policy", "import", file);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .hasSize(7)
                .anyMatch(
                        line ->
                                line.startsWith(
                                        file + ":1: Version 2 of zarechny begins in the past"))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        file
                                                + ":13: Version 1 of zarechny is known with other words"))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        file + ":31: Calendar lunar is not known; import it by"))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        file
                                                + ":37: Policies other@1 and zarechny@1 are for the same pages at the same time, from 2020-05-31T21:00:00Z"))
                .anyMatch(line -> line.startsWith(file + ":50: version is 0; it begins at 1."))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        file
                                                + ":58: within is -9 hours; a duration is not negative."))
                .endsWith("Nothing was imported: 6 things are wrong; mend them.");

        Files.writeString(file, POLICY.formatted(2, "2021-01-01", "ru-9-18"));
        assertThat(run("policy", "import", "--retroactive", file).code()).isZero();
        Files.writeString(file, POLICY.formatted(3, "2099-01-01", "ru-9-18"));
        assertThat(run("policy", "import", file).code()).isZero();

        assertThat(run("policy", "list").out())
                .contains("zarechny@1")
                .contains("2099-01-01 – …")
                .contains("federal_2018_24h@1")
                .containsPattern("\n[35] policy versions imported\\.\n$");
        assertThat(run("policy", "show", "zarechny@2").out())
                .contains("9 h of working time, warns 2 h before")
                .contains("ru-9-18 in Europe/Moscow");
        assertThat(run("policy", "show", "nobody").code()).isEqualTo(2);
        // Nobody imported it, but it is in force, and the list says so.
        for (String name : List.of("yaroslavl_24h", "yaroslavl_24h@1")) {
            Run shipped = run("policy", "show", name);
            assertThat(shipped.err()).isEmpty();
            assertThat(shipped.out()).startsWith("yaroslavl_24h@1");
        }
        assertThat(
                        KAFKA.readCommitted(Topic.SLA_POLICY.topicName(), 3).stream()
                                .map(record -> new String(record.key(), StandardCharsets.UTF_8)))
                .contains("zarechny@1", "zarechny@2", "zarechny@3");
    }

    @Test
    void profilesComeWithTheirCalendars() throws Exception {
        Run run =
                run(
                        "policy",
                        "import",
                        "--profile",
                        "sevastopol_2020",
                        "--profile",
                        "federal_2018_24h");

        assertThat(run.code()).isZero();
        assertThat(run("policy", "show", "sevastopol_2020").out())
                .contains("first response       9 h of working time")
                .contains("first response, high 4 h of working time")
                .contains("assumed");
        List<String> keys = new ArrayList<>();
        for (var record : KAFKA.readCommitted(Topic.WORK_CALENDAR.topicName(), 2)) {
            keys.add(JsonCodec.of(WorkCalendar.class).decode(record.value()).versionId());
        }
        assertThat(keys).contains("ru@1", "ru-9-18@1");
    }

    @Test
    void shippedCalendarsAreSentOnce() throws Exception {
        String servers = KAFKA.bootstrapServers();

        new KnownPolicies(servers).sendShippedCalendars();
        new KnownPolicies(servers).sendShippedCalendars();

        List<String> versions = new ArrayList<>();
        for (var record : KAFKA.readCommitted(Topic.WORK_CALENDAR.topicName(), 2)) {
            versions.add(new String(record.key(), StandardCharsets.UTF_8));
        }
        assertThat(versions).contains("ru@1", "ru-9-18@1").doesNotHaveDuplicates();
    }

    @Test
    void aYearMakesNewVersionsOfTheCalendarsThatFollowIt() throws IOException {
        Path year = folder.resolve("2027.xml");
        Files.writeString(
                year,
                """
                <calendar year="2027">
                  <days><day d="01.01" t="1"/><day d="02.22" t="2"/></days>
                </calendar>
                """);
        Path far = folder.resolve("2030.xml");
        Files.writeString(far, "<calendar year=\"2030\"><day d=\"01.01\" t=\"1\"/></calendar>");

        Run refused = run("calendar", "import", far);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        far
                                + ":1: Calendar ru knows 2023 to 2026; import the years between before 2030.");

        Run sent = run("calendar", "import", year);
        assertThat(sent.out()).isEqualTo("2 calendar versions: 2 sent, 0 unchanged.\n");
        assertThat(run("calendar", "import", year).out())
                .isEqualTo("2 calendar versions: 0 sent, 2 unchanged.\n");
        assertThat(run("calendar", "list").out())
                .contains("ru@2", "ru-9-18@2", "2023–2027", "09:00-13:00, 14:00-18:00")
                .endsWith("2 calendars.\n");

        Path own = folder.resolve("own.yaml");
        Files.writeString(
                own,
                "calendar: own\nversion: 1\ntimeZone: Asia/Omsk\nhours: {monday: 08:00-12:00}\ndaysFrom: ru\n");
        assertThat(run("calendar", "import", own).out())
                .isEqualTo("1 calendar version: 1 sent, 0 unchanged.\n");
        Files.writeString(own, Files.readString(own).replace("08:00", "09:00"));
        assertThat(run("calendar", "import", own).err())
                .startsWith(own + ":1: Version 1 of calendar own is known with other words");
        assertThat(run("calendar", "import", "--calendar", "lunar", year).err())
                .startsWith("There is no calendar lunar; there are own, ru, ru-9-18.");
    }

    private static Run run(Object... words) {
        List<String> all = new ArrayList<>();
        for (Object word : words) {
            all.add(word.toString());
        }
        all.addAll(List.of("--kafka", KAFKA.bootstrapServers()));
        return Run.of(all.toArray(String[]::new));
    }
}
