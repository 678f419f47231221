package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What dashboards read, over rows in the orders that a stream brings them in. */
class ViewsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
    }

    @Test
    void deletedMessageKeepsItsNewestText() {
        insert(
                "message (message_id, thread_id, community_id, author_id, text, published_at,"
                        + " edited_at, observed_at, change)",
                // The deletion arrives first, in another month; then the edit, then the original.
                "('d', 't', 'c', '', '', NULL, NULL, '2026-02-02 10:00:01', 'DELETED')",
                "('d', 't', 'c', 'a', 'new', '2026-01-01 10:00:00', '2026-01-02 10:00:00',"
                        + " '2026-01-02 10:00:01', 'EDITED')",
                "('d', 't', 'c', 'a', 'old', '2026-01-01 10:00:00', NULL, '2026-01-01 10:00:01',"
                        + " 'CREATED')");

        assertThat(
                        database.query(
                                "SELECT text, author_id, deleted, change, published_at, edited_at"
                                        + " FROM {db}.v_message WHERE message_id = 'd'"))
                .isEqualTo(
                        "new\ta\ttrue\tDELETED\t2026-01-01 10:00:00.000\t2026-01-02 10:00:00.000");
    }

    @Test
    void deletionTellsWhetherTheAuthorDidIt() {
        insert(
                "message (message_id, thread_id, community_id, author_id, observed_at, change,"
                        + " deleter_id)",
                "('own', 'w', 'c', 'anna', '2026-01-01 10:00:00', 'CREATED', '')",
                "('own', 'w', 'c', '', '2026-01-01 11:00:00', 'DELETED', 'anna')",
                "('other', 'w', 'c', 'anna', '2026-01-01 10:00:00', 'CREATED', '')",
                "('other', 'w', 'c', '', '2026-01-01 11:00:00', 'DELETED', 'moderator')",
                "('silent', 'w', 'c', 'anna', '2026-01-01 10:00:00', 'CREATED', '')",
                "('silent', 'w', 'c', '', '2026-01-01 11:00:00', 'DELETED', '')",
                "('unseen', 'w', 'c', '', '2026-01-01 11:00:00', 'DELETED', 'anna')",
                "('back', 'w', 'c', '', '2026-01-01 11:00:00', 'DELETED', 'anna')",
                "('back', 'w', 'c', 'anna', '2026-01-01 12:00:00', 'RESTORED', '')");

        assertThat(
                        database.query(
                                "SELECT message_id, deleted_by_author FROM {db}.v_message"
                                        + " WHERE thread_id = 'w' ORDER BY message_id"))
                .isEqualTo("back\t\\N\nother\tfalse\nown\ttrue\nsilent\t\\N\nunseen\t\\N");
    }

    @Test
    void changesOfTheSameMomentCountInTheOrderOfTheEnum() {
        insert(
                "message (message_id, thread_id, community_id, author_id, text, published_at,"
                        + " observed_at, change)",
                "('r', 't', 'c', 'a', 'text', '2026-01-01 10:00:00', '2026-01-01 12:00:00',"
                        + " 'RESTORED')",
                "('r', 't', 'c', '', '', NULL, '2026-01-01 12:00:00', 'DELETED')",
                "('g', 't', 'c', '', '', NULL, '2026-01-01 12:00:00', 'DELETED')");

        assertThat(
                        database.query(
                                "SELECT message_id, deleted, text FROM {db}.v_message WHERE"
                                        + " message_id IN ('r', 'g') ORDER BY message_id"))
                .isEqualTo("g\ttrue\t\nr\tfalse\ttext");
    }

    @Test
    void totalIsTheLatestSnapshotPlusEachLaterChangeOnce() {
        insert(
                "counter",
                "('m', 'c', '2026-01-01 10:00:00', 'SNAPSHOT', '', '', 100, 5, 1, NULL)",
                "('m', 'c', '2026-01-01 09:00:00', 'CHANGE', 'before', 'a', NULL, 1, NULL, NULL)",
                "('m', 'c', '2026-01-01 11:00:00', 'CHANGE', 'twice', 'a', NULL, 1, NULL, NULL)",
                "('m', 'c', '2026-01-01 11:30:00', 'CHANGE', 'twice', 'a', NULL, 1, NULL, NULL)",
                "('m', 'c', '2026-01-01 12:00:00', 'CHANGE', 'back', 'a', NULL, -1, NULL, NULL)",
                "('m', 'c', '2026-01-01 12:30:00', 'CHANGE', 'other', 'b', NULL, 1, NULL, NULL)",
                "('m', 'c', '2026-02-01 13:00:00', 'SNAPSHOT', '', '', 120, NULL, NULL, NULL)",
                "('n', 'c', '2026-01-01 13:00:00', 'CHANGE', 'alone', 'b', NULL, 1, NULL, NULL)");

        assertThat(
                        database.query(
                                "SELECT message_id, views, likes, reposts, comments FROM"
                                        + " {db}.v_counter ORDER BY message_id"))
                .isEqualTo("m\t120\t6\t1\t\\N\nn\t\\N\t1\t\\N\t\\N");
    }

    @Test
    void appealIsItsHighestVersionThoughItsTimesWereCorrected() {
        String columns =
                "appeal (appeal_id, thread_id, community_id, agency_id, agency_name, status,"
                        + " published_at, first_response_millis, retracted, updated_at, version)";
        insert(
                columns,
                "('x', 't', 'c', 'g', 'G', 'ANSWERED', '2026-02-01 00:00:00', 5400000, false,"
                        + " '2026-02-01 00:00:00', 3)");
        insert(
                columns,
                "('x', 't', 'c', 'g', 'G', 'OPEN', '2026-01-01 00:00:00', NULL, false,"
                        + " '2026-01-01 00:00:00', 1)",
                "('y', 't', 'c', 'g', 'G', 'OPEN', now() - 3600, NULL, false, now(), 1)",
                "('z', 't', 'c', 'g', 'G', 'OPEN', '2026-01-01 00:00:00', NULL, true,"
                        + " '2026-01-01 00:00:00', 2)");

        assertThat(
                        database.query(
                                "SELECT appeal_id, is_open, is_answered, first_response_seconds,"
                                        + " first_response_hours, waiting_seconds BETWEEN 3590 AND"
                                        + " 3900, community_name FROM {db}.v_appeal ORDER BY"
                                        + " appeal_id"))
                .isEqualTo("x\tfalse\ttrue\t5400\t1.5\t\\N\tc\ny\ttrue\tfalse\t\\N\t\\N\t1\tc");
        assertThat(
                        database.query(
                                "SELECT agency_id, open, answered, withdrawn,"
                                        + " median_first_response_seconds FROM {db}.v_agency_now"))
                .isEqualTo("g\t1\t1\t0\t5400");
    }

    @Test
    void retractedEventIsLeftOut() {
        String columns =
                "appeal_event (event_id, appeal_id, thread_id, community_id, type, at, retracted,"
                        + " version)";
        insert(columns, "('e', 'a', 't', 'c', 'ANSWERED', '2026-01-01 00:00:00', true, 2)");
        insert(
                columns,
                "('e', 'a', 't', 'c', 'ANSWERED', '2026-01-01 00:00:00', false, 1)",
                "('f', 'a', 't', 'c', 'DETECTED', '2026-01-01 00:00:00', false, 1)");

        assertThat(database.query("SELECT event_id FROM {db}.v_appeal_event")).isEqualTo("f");
    }

    @Test
    void ignoredEventsAreVisibleAndSeparable() {
        insert(
                "dead_letter (topic, partition, offset, position, reason, at)",
                "('raw.vk', 0, 1, 0, 'IGNORED_EVENT', '2026-01-01 00:00:00')",
                "('raw.vk', 0, 1, 0, 'IGNORED_EVENT', '2026-01-01 00:00:00')",
                "('raw.vk', 0, 2, 0, 'WRONG_TYPE', '2026-01-01 00:00:00')");

        assertThat(
                        database.query(
                                "SELECT ignored, count() FROM {db}.v_dead_letter GROUP BY 1 ORDER BY 1"))
                .isEqualTo("false\t1\ntrue\t1");
    }

    @Test
    void communityIsItsLatestImport() {
        insert(
                "community (community_id, name, updated_at)",
                "('c', 'new', '2026-02-01 00:00:00')",
                "('c', 'old', '2026-01-01 00:00:00')");

        assertThat(database.query("SELECT name FROM {db}.v_community")).isEqualTo("new");
    }

    private static void insert(String target, String... rows) {
        database.query("INSERT INTO {db}." + target + " VALUES " + String.join(", ", rows));
    }
}
