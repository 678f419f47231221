package io.otklik.grafana.query;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The examples of the plugin's documentation. */
class MacrosTest {

    private static final TimeRange RANGE =
            new TimeRange(
                    Instant.ofEpochSecond(1415792726),
                    Instant.ofEpochSecond(1447328726),
                    Duration.ofSeconds(20));

    @Test
    void timesBecomeTheRange() {
        assertThat(Macros.apply("$__timeFilter(time)", RANGE))
                .isEqualTo("time >= toDateTime(1415792726) AND time <= toDateTime(1447328726)");
        assertThat(Macros.apply("$__timeFilter_ms(time)", RANGE))
                .isEqualTo(
                        "time >= fromUnixTimestamp64Milli(1415792726000) AND time <="
                                + " fromUnixTimestamp64Milli(1447328726000)");
        assertThat(Macros.apply("a > $__fromTime AND b < $__toTime_ms", RANGE))
                .isEqualTo(
                        "a > toDateTime(1415792726) AND b <"
                                + " fromUnixTimestamp64Milli(1447328726000)");
        assertThat(Macros.apply("$__dateFilter(date)", RANGE))
                .isEqualTo("date >= toDate('2014-11-12') AND date <= toDate('2015-11-12')");
    }

    @Test
    void bucketsBecomeTheInterval() {
        assertThat(Macros.apply("$__timeInterval(max(a, b)) x $__interval_s", RANGE))
                .isEqualTo("toStartOfInterval(toDateTime(max(a, b)), INTERVAL 20 second) x 20");
    }

    @Test
    void anUnknownMacroIsNoQuery() {
        assertThatThrownBy(() -> Macros.apply("$__timeGroup(a)", RANGE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConditionGoesWithAll() {
        String sql =
                "WHERE $__conditionalAll(a IN (${a:singlequote}), $a) AND b = ${b:singlequote}";

        assertThat(new Variables(Map.of("a", Variables.ALL, "b", List.of("x"))).apply(sql))
                .isEqualTo("WHERE 1=1 AND b = 'x'");
        assertThat(new Variables(Map.of("a", List.of("1", "2"), "b", List.of("д'А"))).apply(sql))
                .isEqualTo("WHERE a IN ('1','2') AND b = 'д\\'А'");
    }

    @Test
    void conditionsStandInConditions() {
        String sql =
                "$__conditionalAll(a IN (SELECT b, c FROM t WHERE $__conditionalAll(x = 1, $b)), $a)";

        assertThat(new Variables(Map.of("a", List.of("1"), "b", Variables.ALL)).apply(sql))
                .isEqualTo("a IN (SELECT b, c FROM t WHERE 1=1)");
    }
}
