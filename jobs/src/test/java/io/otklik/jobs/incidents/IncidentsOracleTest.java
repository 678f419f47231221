package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Incident;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

import static io.otklik.jobs.incidents.TestAppeals.appeal;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operators against a naive model over the same seeded records: edits that move an appeal,
 * retractions, withdrawals, answers, duplicates, and records in any order.
 */
class IncidentsOracleTest {

    private static final IncidentTimes TIMES =
            new IncidentTimes(Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(180));
    private static final String[] TOPICS = {"вода", "лифт", null};
    private static final String[] PLACES = {"Мира 5", "Мира 7", null};

    @Test
    void standingIncidentsEqualTheNaiveModelsInWhateverOrder() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Appeal> records = records(random);
            List<String> expected = naive(records);
            for (int order = 0; order < 3; order++) {
                try (IncidentsHarness street = new IncidentsHarness(TIMES)) {
                    for (Appeal record : records) {
                        street.take(record);
                    }
                    assertThat(street.incidents().stream().map(incident -> text(street, incident)))
                            .as("seed %d, order %d", seed, order)
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
                Collections.shuffle(records, random);
            }
        }
    }

    private static List<Appeal> records(Random random) {
        List<Appeal> records = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String author = "author" + random.nextInt(4);
            int hour = random.nextInt(240);
            int versions = 1 + random.nextInt(3);
            for (int version = 1; version <= versions; version++) {
                Integer closed = random.nextBoolean() ? hour + random.nextInt(60) : null;
                Appeal record =
                        appeal(
                                "appeal" + i,
                                author,
                                TOPICS[random.nextInt(TOPICS.length)],
                                PLACES[random.nextInt(PLACES.length)],
                                hour,
                                closed,
                                closed == null
                                        ? AppealStatus.OPEN
                                        : random.nextInt(4) == 0
                                                ? AppealStatus.WITHDRAWN
                                                : AppealStatus.ANSWERED,
                                random.nextInt(8) == 0,
                                version);
                records.add(record);
                if (random.nextInt(5) == 0) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    /** The latest record of each appeal; then each appeal looks for its incident. */
    private static List<String> naive(List<Appeal> records) {
        Map<String, Appeal> latest = new TreeMap<>();
        for (Appeal record : records) {
            latest.merge(record.appealId(), record, (a, b) -> a.version() >= b.version() ? a : b);
        }
        List<Appeal> inTime = new ArrayList<>(latest.values());
        inTime.removeIf(record -> record.retracted() || record.place() == null);
        inTime.sort(
                (a, b) ->
                        a.publishedAt().equals(b.publishedAt())
                                ? a.appealId().compareTo(b.appealId())
                                : a.publishedAt().compareTo(b.publishedAt()));
        Map<String, List<List<Appeal>>> byPlace = new HashMap<>();
        List<String> told = new ArrayList<>();
        Map<String, String> repeats = new HashMap<>();
        for (Appeal one : inTime) {
            List<List<Appeal>> incidents =
                    byPlace.computeIfAbsent(one.place(), place -> new ArrayList<>());
            List<Appeal> mine = null;
            List<Appeal> repeated = null;
            for (List<Appeal> incident : incidents) {
                if (!sameTopic(incident, one)) {
                    continue;
                }
                Instant now = one.publishedAt();
                boolean open = false;
                for (Appeal member : incident) {
                    open |= member.closedAt() == null || member.closedAt().isAfter(now);
                }
                Instant last = incident.get(incident.size() - 1).publishedAt();
                if (mine == null && open && !now.isAfter(last.plus(TIMES.joinWithin()))) {
                    mine = incident;
                }
                Instant answered = answered(incident);
                if (!open
                        && answered != null
                        && !now.isAfter(answered.plus(TIMES.repeatWithin()))
                        && (repeated == null || later(incident, repeated))) {
                    repeated = incident;
                }
            }
            if (mine == null) {
                mine = new ArrayList<>();
                incidents.add(mine);
                if (repeated != null) {
                    repeats.put(one.appealId(), repeated.get(0).appealId());
                }
            }
            mine.add(one);
        }
        for (List<List<Appeal>> incidents : byPlace.values()) {
            for (List<Appeal> incident : incidents) {
                String id = incident.get(0).appealId();
                told.add(id + incident.stream().map(Appeal::appealId).toList() + repeats.get(id));
            }
        }
        return told;
    }

    private static boolean later(List<Appeal> a, List<Appeal> b) {
        int order = answered(a).compareTo(answered(b));
        return order > 0 || order == 0 && a.get(0).appealId().compareTo(b.get(0).appealId()) > 0;
    }

    /** When the last of those that were not withdrawn was answered. */
    private static Instant answered(List<Appeal> incident) {
        Instant latest = null;
        for (Appeal member : incident) {
            if (member.status() == AppealStatus.ANSWERED
                    && (latest == null || member.closedAt().isAfter(latest))) {
                latest = member.closedAt();
            }
        }
        return latest;
    }

    private static boolean sameTopic(List<Appeal> incident, Appeal one) {
        String topic =
                incident.stream()
                        .map(Appeal::topic)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return topic == null || one.topic() == null || topic.equals(one.topic());
    }

    private static String text(IncidentsHarness street, Incident incident) {
        return incident.members().get(0) + incident.members() + street.repeated(incident);
    }
}
