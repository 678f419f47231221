package io.otklik.connectors.clickhouse;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.extension.RegisterExtension;
class ScratchTest {
    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();
    @Test void volume() {
        TestDatabase d = new TestDatabase(CLICKHOUSE);
        for (int k = 0; k < 10; k++) {
        d.query("INSERT INTO {db}.appeal (appeal_id, thread_id, community_id, agency_id, agency_name, status, text, published_at, answers, first_response_due_at, first_response_at, first_response_millis, first_breached_at, closed_at, version) SELECT 'vk:-' || toString(number), 'vk:-' || toString(intDiv(number,10)), 'vk:-' || toString(number % 1500), 'a' || toString(number % 300), 'N', if(number % 20 = 0,'OPEN','ANSWERED'), 'текст', now() - number, 1, now(), now(), number % 100000, NULL, if(number % 20 = 0, NULL, now()), 1 FROM numbers(" + (k * 200000L) + ", 200000)");
        d.query("INSERT INTO {db}.alert (alert_id, kind, metric, level, agency_id, agency_name, subject_id, due_at, raised_at, cleared_at, version) SELECT 'x' || toString(number), if(number % 3 = 0,'OVERDUE','DUE_SOON'), 'FIRST_RESPONSE', 0, 'a' || toString(number % 300), 'N', 'vk:-' || toString(number), now(), now(), if(number % 50 = 0, NULL, now()), 1 FROM numbers(" + (k * 200000L) + ", 200000)");
        d.query("INSERT INTO {db}.response_window (window_id, size, dimension, dimension_id, window_start, opened, first_due, first_in_time, version) SELECT toString(number), 'FIVE_MINUTES', 'AGENCY', 'a' || toString(number % 300), toDateTime64('2026-01-01 00:00:00',3,'UTC') + intDiv(number,300) * 300, 1, 1, 1, 1 FROM numbers(" + (k * 200000L) + ", 200000)");
        }
        for (String q : new String[] {"SELECT sum(open), count() FROM {db}.v_agency_now", "SELECT sum(overdue), count() FROM {db}.v_overdue_now", "SELECT count(), sum(opened) FROM {db}.v_response_window WHERE size = 'FIVE_MINUTES' AND dimension = 'AGENCY' AND dimension_id = 'a7'", "SELECT dimension_id, sum(opened) FROM {db}.v_response_window WHERE size = 'FIVE_MINUTES' AND dimension = 'AGENCY' AND window_start >= '2026-01-05' AND window_start < '2026-01-06' GROUP BY 1 FORMAT Null", "SELECT count() FROM {db}.v_appeal WHERE agency_id = 'a7' AND is_open", "SELECT * FROM {db}.v_appeal WHERE appeal_id = 'vk:-777' FORMAT Null","SELECT * FROM {db}.v_appeal WHERE community_id = 'vk:-777' AND thread_id = 'vk:-77' AND appeal_id = 'vk:-777' FORMAT Null"}) {
            for (int i = 0; i < 2; i++) { long t = System.nanoTime(); String r = d.query(q); System.out.println((System.nanoTime() - t) / 1000000 + " ms " + r + "  " + q); }
        }
    }
}
