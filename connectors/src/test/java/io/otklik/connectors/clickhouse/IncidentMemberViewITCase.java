package io.otklik.connectors.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Which appeals of an incident repeat another one, and by whom. */
class IncidentMemberViewITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(CLICKHOUSE);
        database.query(
                """
                INSERT INTO {db}.incident (incident_id, members, repeat_of, repeat_kind, version) VALUES
                ('first', ['a', 'b', 'c'], '', '', 1),
                ('again', ['d', 'e', 'f', 'g'], 'first', 'AUTHOR', 1),
                ('place', ['h'], 'again', 'PLACE', 1)""");
        database.query(
                """
                INSERT INTO {db}.appeal (appeal_id, thread_id, community_id, author_id, status, version) VALUES
                ('a', 't', 'p', 'anna', 'OPEN', 1),
                ('a', 't', 'p', 'anna', 'ANSWERED', 2),
                ('b', 't', 'p', 'boris', 'WITHDRAWN', 1),
                ('c', 't', 'p', '', 'ANSWERED', 1),
                ('d', 't', 'p', 'dina', 'OPEN', 1),
                ('e', 't', 'p', 'anna', 'OPEN', 1),
                ('f', 't', 'p', 'boris', 'OPEN', 1),
                ('g', 't', 'p', '', 'OPEN', 1),
                ('h', 't', 'p', 'egor', 'OPEN', 1)""");
    }

    @Test
    void ofAnIncidentThatOneAuthorRepeatsOnlyThatAuthorsAppealsAreRepeatsByTheAuthor() {
        assertThat(
                        database.query(
                                "SELECT appeal_id, incident_id, repeat_kind"
                                        + " FROM {db}.v_incident_member ORDER BY appeal_id"))
                .isEqualTo(
                        """
                        a\tfirst\t
                        b\tfirst\t
                        c\tfirst\t
                        d\tagain\tPLACE
                        e\tagain\tAUTHOR
                        f\tagain\tPLACE
                        g\tagain\tPLACE
                        h\tplace\tPLACE""");
    }
}
