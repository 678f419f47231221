package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.ResponseWindow;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The job's rows equal a naive count over the appeals' latest states, whatever came between. */
class ResponseOracleTest {

    private static final WindowTimes TIMES =
            new WindowTimes(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(180));

    @ParameterizedTest
    @CsvSource({
        "1, PT0.097S",
        "2, PT0.097S",
        "3, PT0.097S",
        // Over weeks: what an appeal leaves, and what it comes into, was closed long before.
        "4, PT40M",
        "5, PT40M"
    })
    void rowsEqualTheNaiveCount(long seed, Duration apart) throws Exception {
        List<Appeal> records = new RandomAppeals(seed).records(300);
        Map<String, Appeal> latest = new HashMap<>();
        records.forEach(appeal -> latest.put(appeal.appealId(), appeal));
        Map<String, NaiveWindows.Row> expected = NaiveWindows.of(latest.values(), records);

        Map<String, ResponseWindow> rows = new HashMap<>();
        for (ResponseWindow row : run(records, apart)) {
            ResponseWindow before = rows.put(NaiveWindows.key(row), row);
            assertThat(before == null || before.version() < row.version()).isTrue();
        }

        assertThat(rows.keySet()).containsAll(expected.keySet());
        rows.forEach(
                (key, row) -> assertRow(row, expected.getOrDefault(key, new NaiveWindows.Row())));
    }

    private static List<ResponseWindow> run(List<Appeal> records, Duration apart) throws Exception {
        List<ResponseWindow> rows = new ArrayList<>();
        try (var count =
                        new KeyedTwoInputStreamOperatorTestHarness<>(
                                new KeyedCoProcessOperator<>(new CountAppeals(TIMES.retention())),
                                Appeal::appealId,
                                TemplateAnswer::appealId,
                                Types.STRING);
                var find =
                        new KeyedOneInputStreamOperatorTestHarness<>(
                                new KeyedProcessOperator<>(new FindTemplates(TIMES.retention())),
                                GivenAnswer::template,
                                Types.STRING);
                var sum =
                        new KeyedOneInputStreamOperatorTestHarness<>(
                                new KeyedProcessOperator<>(new SumWindows(TIMES)),
                                Recount::sliceKey,
                                Types.STRING)) {
            count.open();
            find.open();
            sum.open();
            Random random = new Random(records.size());
            long clock = Instant.parse("2026-04-10T00:00:00Z").toEpochMilli();
            for (Appeal record : records) {
                clock += apart.toMillis();
                count.setProcessingTime(clock);
                sum.setProcessingTime(clock);
                GivenAnswer answer = GivenAnswer.of(record);
                if (answer != null) {
                    find.processElement(new StreamRecord<>(answer));
                }
                // Either may come first.
                boolean templateFirst = random.nextBoolean();
                if (!templateFirst) {
                    count.processElement1(new StreamRecord<>(record));
                }
                for (TemplateAnswer template : find.extractOutputValues()) {
                    count.processElement2(new StreamRecord<>(template));
                }
                find.getOutput().clear();
                if (templateFirst) {
                    count.processElement1(new StreamRecord<>(record));
                }
                for (Recount recount : count.extractOutputValues()) {
                    sum.processElement(new StreamRecord<>(recount));
                }
                count.getOutput().clear();
            }
            sum.processWatermark(Watermark.MAX_WATERMARK);
            sum.extractOutputValues().forEach(rows::add);
        }
        return rows;
    }

    private static void assertRow(ResponseWindow row, NaiveWindows.Row expected) {
        Map<String, Integer> found = new HashMap<>();
        found.put("opened", row.opened());
        found.put("withdrawn", row.withdrawn());
        found.put("open", row.open());
        found.put("acknowledged", row.acknowledged());
        found.put("unfinished", row.acknowledgedUnfinished());
        found.put("answered", row.answered());
        found.put("reopened", row.reopened());
        found.put("firstInTime", row.firstInTime());
        found.put("firstOverdue", row.firstOverdue());
        found.put("firstSilent", row.firstSilent());
        found.put("finalInTime", row.finalInTime());
        found.put("finalOverdue", row.finalOverdue());
        found.put("finalSilent", row.finalSilent());
        found.put("templates", row.templateAnswers());
        found.values().removeIf(count -> count == 0);
        assertThat(found).as(row.windowId()).isEqualTo(expected.counts);
        assertThat(row.firstDue()).isEqualTo(row.firstInTime() + row.firstOverdue());
        assertThat(row.finalDue()).isEqualTo(row.finalInTime() + row.finalOverdue());
        assertThat(row.late()).isZero();
        assertTimes(
                expected.first,
                row.firstResponses(),
                row.firstResponseMeanMillis(),
                row.firstResponseP50Millis(),
                row.firstResponseP90Millis(),
                row.firstResponseP95Millis());
        assertTimes(
                expected.business,
                row.businessResponses(),
                row.businessResponseMeanMillis(),
                row.businessResponseP50Millis(),
                row.businessResponseP90Millis(),
                row.businessResponseP95Millis());
        assertThat(row.finishedGaps()).isEqualTo(expected.gaps.size());
        assertNear(row.gapP50Millis(), NaiveWindows.Row.quantile(expected.gaps, 0.5));
        assertNear(row.gapP90Millis(), NaiveWindows.Row.quantile(expected.gaps, 0.9));
        assertOpen(row, expected.waiting);
    }

    private static void assertTimes(
            List<Long> expected, int count, Long mean, Long p50, Long p90, Long p95) {
        assertThat(count).isEqualTo(expected.size());
        assertThat(mean)
                .isEqualTo(
                        count == 0
                                ? null
                                : (Long)
                                        (expected.stream().mapToLong(value -> value).sum()
                                                / count));
        assertNear(p50, NaiveWindows.Row.quantile(expected, 0.5));
        assertNear(p90, NaiveWindows.Row.quantile(expected, 0.9));
        assertNear(p95, NaiveWindows.Row.quantile(expected, 0.95));
    }

    private static void assertNear(Long found, Long exact) {
        if (exact == null) {
            assertThat(found).isNull();
        } else {
            // Below a millisecond the sketch knows no value: 0 is told as 1.
            assertThat((double) found).isCloseTo(exact, within(exact * 0.01 + 1));
        }
    }

    private static void assertOpen(ResponseWindow row, List<Instant> waiting) {
        if (waiting.isEmpty()) {
            assertThat(row.oldestOpenAt()).isNull();
            assertThat(row.medianOpenAt()).isNull();
            return;
        }
        Collections.sort(waiting);
        Duration minute = Duration.ofMinutes(1);
        assertThat(Duration.between(row.oldestOpenAt(), waiting.get(0)))
                .isBetween(Duration.ZERO, minute);
        assertThat(Duration.between(row.medianOpenAt(), waiting.get((waiting.size() - 1) / 2)))
                .isBetween(Duration.ZERO, minute);
    }
}
