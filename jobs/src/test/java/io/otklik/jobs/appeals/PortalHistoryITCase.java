package io.otklik.jobs.appeals;

import io.otklik.connectors.clickhouse.TestDatabase;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * First-answer times of a whole portal, through the lifecycle and straight from its files by SQL.
 * Skipped where the shared evaluation data is absent.
 */
class PortalHistoryITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static final Path DATA =
            Path.of(System.getProperty("otklik.home"), "..", "shared", "data", "appeals");
    private static final Path APPEALS = DATA.resolve("portal_appeals.csv.gz");
    private static final Path EVENTS = DATA.resolve("portal_events.csv.gz");
    private static final int ROWS_A_REQUEST = 5_000;

    @Test
    void everyFirstAnswerAndEveryMonthlyMedianEqualTheFilesOwn() throws Exception {
        assumeTrue(Files.exists(APPEALS), "shared portal history is absent: " + APPEALS);
        String database = new TestDatabase(CLICKHOUSE).name();
        loadFiles(database);

        Map<String, Appeal> appeals = follow(PortalHistory.read(APPEALS, EVENTS));
        store(database, appeals.values());

        assertThat(CLICKHOUSE.query("SELECT count() FROM " + database + ".v_appeal"))
                .isEqualTo(CLICKHOUSE.query("SELECT count() FROM " + database + ".portal"));
        Map<String, String> fromFiles =
                pairs(
                        """
                        SELECT p.id, if(a.first = 0, '', toString(a.first - p.created))
                        FROM {db}.portal AS p LEFT JOIN {db}.answers AS a ON a.id = p.id
                        """,
                        database);
        Map<String, String> fromPipeline = new TreeMap<>();
        for (Appeal appeal : appeals.values()) {
            Long millis = appeal.firstResponseMillis();
            fromPipeline.put(
                    PortalHistory.number(appeal.appealId()), millis == null ? "" : "" + millis);
        }
        assertThat(fromPipeline).isEqualTo(fromFiles);

        Map<String, String> mediansOfFiles =
                pairs(
                        """
                        SELECT p.district || ' ' || formatDateTime(fromUnixTimestamp64Milli(p.created, 'UTC'), '%Y-%m'),
                            toString(quantileExactInclusive(0.5)(a.first - p.created))
                        FROM {db}.portal AS p INNER JOIN {db}.answers AS a ON a.id = p.id
                        GROUP BY 1
                        """,
                        database);
        Map<String, String> mediansOfPipeline =
                pairs(
                        """
                        SELECT municipality || ' ' || formatDateTime(published_at, '%Y-%m'),
                            toString(quantileExactInclusive(0.5)(first_response_millis))
                        FROM {db}.v_appeal WHERE first_response_millis IS NOT NULL
                        GROUP BY 1
                        """,
                        database);
        assertThat(mediansOfPipeline).isEqualTo(mediansOfFiles).hasSizeGreaterThan(18);
        System.out.printf(
                "portal: %d appeals, %d answered, %d medians of district and month, all equal%n",
                fromFiles.size(),
                fromFiles.values().stream().filter(value -> !value.isEmpty()).count(),
                mediansOfFiles.size());
    }

    private static Map<String, Appeal> follow(PortalHistory history) throws Exception {
        try (AppealsHarness job = new AppealsHarness(Duration.ofDays(180), null, Labels::new)) {
            for (Community page : history.register()) {
                job.process(page);
            }
            for (Message message : history.messages()) {
                job.process(message);
            }
            return job.appeals();
        }
    }

    /** The files' own columns, times as milliseconds since the epoch; no texts. */
    private static void loadFiles(String database) throws Exception {
        String time = "toUnixTimestamp64Milli(toDateTime64(%s, 6, 'UTC'))";
        for (String file : List.of("portal_appeals", "portal_events")) {
            CLICKHOUSE.query(
                    "CREATE TABLE %s.%s (%s) ENGINE = MergeTree ORDER BY tuple()"
                            .formatted(
                                    database,
                                    file,
                                    file.equals("portal_appeals")
                                            ? "id String, created_dt String, district String"
                                            : "problem_id String, event String, dt String"));
            try (var in =
                    new GZIPInputStream(Files.newInputStream(DATA.resolve(file + ".csv.gz")))) {
                post(
                        "INSERT INTO "
                                + database
                                + "."
                                + file
                                + " SETTINGS input_format_skip_unknown_fields = 1"
                                + " FORMAT CSVWithNames",
                        in.readAllBytes());
            }
        }
        CLICKHOUSE.query(
                "CREATE VIEW %1$s.portal AS SELECT id, district, %2$s AS created FROM %1$s.portal_appeals"
                        .formatted(database, time.formatted("created_dt")));
        CLICKHOUSE.query(
                "CREATE VIEW %1$s.answers AS SELECT problem_id AS id, min(%2$s) AS first FROM %1$s.portal_events WHERE event = 'answer' GROUP BY problem_id"
                        .formatted(database, time.formatted("dt")));
    }

    private static void store(String database, Iterable<Appeal> appeals) throws Exception {
        List<String> rows = new ArrayList<>();
        for (Appeal appeal : appeals) {
            rows.add(
                    "%s\t%s\t%s\t%s\t%d\t%s"
                            .formatted(
                                    appeal.appealId(),
                                    appeal.threadId(),
                                    appeal.communityId(),
                                    appeal.municipality(),
                                    appeal.publishedAt().toEpochMilli(),
                                    appeal.firstResponseMillis() == null
                                            ? "\\N"
                                            : appeal.firstResponseMillis()));
        }
        for (int from = 0; from < rows.size(); from += ROWS_A_REQUEST) {
            List<String> part = rows.subList(from, Math.min(rows.size(), from + ROWS_A_REQUEST));
            post(
                    "INSERT INTO "
                            + database
                            + ".appeal (appeal_id, thread_id, community_id,"
                            + " municipality, published_at, first_response_millis) FORMAT TSV",
                    (String.join("\n", part) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> pairs(String sql, String database) {
        Map<String, String> pairs = new TreeMap<>();
        for (String line : CLICKHOUSE.query(sql.replace("{db}", database)).split("\n")) {
            int tab = line.indexOf('\t');
            pairs.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return pairs;
    }

    private static void post(String insert, byte[] rows) throws Exception {
        String query = URLEncoder.encode(insert, StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        CLICKHOUSE.httpUrl() + "/?query=" + query))
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(rows))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
