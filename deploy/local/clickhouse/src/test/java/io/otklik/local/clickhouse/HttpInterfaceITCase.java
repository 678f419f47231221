package io.otklik.local.clickhouse;

import com.clickhouse.data.stream.Lz4InputStream;
import com.clickhouse.data.stream.Lz4OutputStream;
import io.otklik.local.clickhouse.HttpClientOf.Answer;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each part of the interface by plain HTTP against the real engine. */
class HttpInterfaceITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private HttpClientOf http;
    private String database;

    @BeforeEach
    void createDatabase() {
        http = new HttpClientOf(CLICKHOUSE.httpUrl());
        database = CLICKHOUSE.newDatabase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ping", "/replicas_status"})
    void isAlive(String path) {
        assertThat(http.get(path).text()).isEqualTo("Ok.\n");
    }

    @Test
    void knowsNoOtherPath() {
        assertThat(http.get("/nothing").status()).isEqualTo(404);
    }

    @Test
    void answersGetAndPost() {
        assertThat(http.get("/?query=SELECT%201").text()).isEqualTo("1\n");
        assertThat(http.post("", "SELECT 1;").text()).isEqualTo("1\n");
        assertThat(http.post("query=SELECT%201", "+1 FORMAT CSV").text()).isEqualTo("2\n");
    }

    @Test
    void getMayNotWrite() {
        Answer answer = http.get("/?query=" + HttpClientOf.encode("CREATE DATABASE no_such"));
        assertThat(answer.header("X-ClickHouse-Exception-Code")).isEqualTo("164");
    }

    @Test
    void headersTellOfTheQuery() {
        Answer answer = http.post("query_id=abc-1", "SELECT number FROM numbers(10)");
        assertThat(answer.header("X-ClickHouse-Query-Id")).isEqualTo("abc-1");
        assertThat(answer.header("X-ClickHouse-Timezone")).isNotBlank();
        assertThat(answer.header("X-ClickHouse-Server-Display-Name")).isNotBlank();
        assertThat(answer.header("X-ClickHouse-Format")).isEqualTo("TabSeparated");
        assertThat(answer.header("X-ClickHouse-Summary")).contains("\"read_rows\":\"10\"");
    }

    @Test
    void databaseComesFromUrlOrHeader() {
        String sql = "SELECT currentDatabase()";
        assertThat(http.post("database=" + database, sql).text()).isEqualTo(database + "\n");
        assertThat(http.post("", sql, "X-ClickHouse-Database", database).text())
                .isEqualTo(database + "\n");
        assertThat(http.post("", sql).text()).isEqualTo("default\n");
        assertThat(http.post("database=no_such", sql).status()).isEqualTo(404);
    }

    @Test
    void anUnqualifiedTableLandsInTheDatabaseOfTheRequest() {
        http.post("database=" + database, "CREATE TABLE t (a UInt8) ENGINE = Memory");
        assertThat(http.query("EXISTS TABLE " + database + ".t")).isEqualTo("1");
        assertThat(http.query("EXISTS TABLE default.t")).isEqualTo("0");
    }

    @Test
    void formatComesFromQueryUrlOrHeader() {
        assertThat(http.post("default_format=CSV", "SELECT 'a'").text()).isEqualTo("\"a\"\n");
        assertThat(http.post("", "SELECT 1 AS a", "X-ClickHouse-Format", "JSONEachRow").text())
                .isEqualTo("{\"a\":1}\n");
        Answer named = http.post("default_format=CSV", "SELECT 1 AS a FORMAT JSONEachRow");
        assertThat(named.text()).isEqualTo("{\"a\":1}\n");
        assertThat(named.header("X-ClickHouse-Format")).isEqualTo("JSONEachRow");
    }

    @Test
    void settingsAndParametersOfOneRequestDoNotReachTheNext() {
        String sql = "SELECT getSetting('max_threads'), {x:String}";
        String set = "max_threads=7&param_x=" + HttpClientOf.encode("it's \\\\ ё");
        assertThat(http.post(set, sql).text()).isEqualTo("7\tit\\'s \\\\ ё\n");
        assertThat(http.post("", "SELECT getSetting('max_threads')").text()).isNotEqualTo("7\n");
        assertThat(http.post("", sql).status()).isNotEqualTo(200);
        http.post("", "SET max_threads = 7");
        http.post("", "USE " + database);
        assertThat(http.query("SELECT getSetting('max_threads') = 7, currentDatabase()"))
                .isEqualTo("0\tdefault");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no_such_setting=1 | SELECT 1 | 404 | 115 | UNKNOWN_SETTING",
                "a%60%3D1=1 | SELECT 1 | 404 | 115 | UNKNOWN_SETTING",
                "a=1 | SELECT * FROM no_such | 404 | 115 | UNKNOWN_SETTING",
                "max_threads=1 | SELECT * FROM no_such | 404 | 60 | UNKNOWN_TABLE",
                "max_threads=1 | SELEC 1 | 400 | 62 | SYNTAX_ERROR",
                "max_threads=1 | SELECT 1; SELECT 2 | 400 | 62 | Multi-statements",
                "max_threads=1 | -- nothing | 400 | 62 | Empty query",
                "max_threads=1 | SELECT no_such | 404 | 47 | UNKNOWN_IDENTIFIER",
                "max_threads=1 | SELECT 1 FORMAT NoSuch | 404 | 73 | UNKNOWN_FORMAT",
                "user=nobody | SELECT 1 | 403 | 516 | AUTHENTICATION_FAILED",
                "wait_end_of_query=1 | SELECT throwIf(number = 100000) FROM numbers(200000)"
                        + " | 500 | 395 | FUNCTION_THROW_IF",
            })
    void errorsHaveCodeStatusAndTheServersForm(
            String parameters, String sql, int status, String code, String words) {
        Answer answer = http.post(parameters, sql);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-ClickHouse-Exception-Code")).isEqualTo(code);
        assertThat(answer.text())
                .startsWith("Code: " + code + ". DB::Exception: ")
                .contains(words)
                .endsWith(")\n");
    }

    @Test
    void anErrorAmongTheDataCutsTheAnswer() {
        assertThatThrownBy(
                        () ->
                                http.post(
                                        "max_threads=1",
                                        "SELECT throwIf(number = 1500000) FROM numbers(2000000)"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TabSeparatedWithNamesAndTypes",
                "CSVWithNames",
                "RowBinaryWithNamesAndTypes",
                "JSONCompactEachRowWithNames",
                "JSONEachRow",
                "Native"
            })
    void aStreamedResultEqualsAWholeOne(String format) {
        String sql =
                "SELECT number AS id, concat('строка ', toString(number)) AS text"
                        + " FROM numbers(200000) SETTINGS max_threads = 1 FORMAT "
                        + format;
        byte[] streamed = http.post("", sql).bytes();
        byte[] whole = http.post("wait_end_of_query=1", sql).bytes();
        if (format.equals("Native")) {
            // Blocks may be cut elsewhere; only the rows count.
            assertThat(streamed.length).isGreaterThan(200_000 * 8);
        } else {
            assertThat(streamed).isEqualTo(whole);
        }
    }

    @Test
    void documentsAreWhole() {
        String json = http.query("SELECT number FROM numbers(150000) FORMAT JSON");
        assertThat(json).startsWith("{").endsWith("}").contains("\"rows\": 150000");
        assertThat(
                        http.query(
                                "SELECT number % 2 AS k, count() FROM numbers(10) GROUP BY k WITH"
                                        + " TOTALS ORDER BY k FORMAT CSVWithNames"))
                .isEqualTo("\"k\",\"count()\"\n0,5\n1,5\n\n0,10");
        assertThat(http.query("SELECT 1 FORMAT Null")).isEmpty();
        assertThat(http.query("SELECT sum(number) FROM numbers(300000) -- FORMAT JSON"))
                .isEqualTo("44999850000");
    }

    @Test
    void insertsInEveryWay() {
        http.query("CREATE TABLE " + database + ".t (a UInt32, s String) ENGINE = Memory");
        String into = "INSERT INTO " + database + ".t ";
        Answer answer = http.insert(into + "FORMAT TSV", "1\ta\n2\tb\n".getBytes(UTF_8));
        assertThat(answer.header("X-ClickHouse-Summary")).contains("\"written_rows\":\"2\"");
        http.post("", into + "VALUES (3, 'c;'), (4, lower('D'));");
        http.insert(into, "VALUES (5, 'e')".getBytes(UTF_8));
        http.post("", into + "FORMAT JSONEachRow {\"a\": 6, \"s\": \"f\"}");
        http.post("", into + "SELECT 7, 'g'");
        http.insert(into + "FORMAT CSV SETTINGS format_csv_delimiter = '|'", "8|h".getBytes(UTF_8));
        http.insert(into + "(s) FORMAT RowBinary", new byte[] {2, 0, '\n'});
        http.insert(into + "FORMAT RowBinary", new byte[0]);
        assertThat(http.query("SELECT * FROM " + database + ".t ORDER BY a"))
                .isEqualTo("0\t\\0\\n\n1\ta\n2\tb\n3\tc;\n4\td\n5\te\n6\tf\n7\tg\n8\th");
    }

    @Test
    void aBadRowStoresNothingAndIsAnsweredEvenIfTheBodyIsLong() {
        http.query("CREATE TABLE " + database + ".t (a UInt32) ENGINE = MergeTree ORDER BY a");
        byte[] rows = ("1\nx\n" + "2\n".repeat(2_000_000)).getBytes(UTF_8);
        Answer answer = http.insert("INSERT INTO " + database + ".t FORMAT TSV", rows);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-ClickHouse-Exception-Code")).isEqualTo("27");
        assertThat(http.query("SELECT count() FROM " + database + ".t")).isEqualTo("0");
    }

    @Test
    void compressesBlocksBothWays() throws IOException {
        byte[] answer = http.post("compress=1", "SELECT number FROM numbers(100000)").bytes();
        try (InputStream plain = new Lz4InputStream(new ByteArrayInputStream(answer))) {
            assertThat(new String(plain.readAllBytes(), UTF_8))
                    .startsWith("0\n")
                    .endsWith("\n99999\n");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream client = new Lz4OutputStream(packed, 65_536, null)) {
            client.write("SELECT 'упаковано'".getBytes(UTF_8));
        }
        byte[] body = packed.toByteArray();
        assertThat(http.post("decompress=1", body).text()).isEqualTo("упаковано\n");
        body[20] ^= 1;
        Answer corrupt = http.post("decompress=1", body);
        assertThat(corrupt.header("X-ClickHouse-Exception-Code")).isIn("271", "32");
    }

    @Test
    void compressesHttpBothWays() throws IOException {
        Answer answer =
                http.post("enable_http_compression=1", "SELECT 1", "Accept-Encoding", "br, gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.bytes())).readAllBytes())
                .isEqualTo("1\n".getBytes(UTF_8));
        assertThat(
                        http.post(
                                        "enable_http_compression=0",
                                        "SELECT 1",
                                        "Accept-Encoding",
                                        "gzip")
                                .text())
                .isEqualTo("1\n");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("SELECT 2".getBytes(UTF_8));
        }
        byte[] body = packed.toByteArray();
        assertThat(http.post("", body, "Content-Encoding", "gzip").text()).isEqualTo("2\n");
        assertThat(http.post("", body, "Content-Encoding", "br").status()).isEqualTo(501);
    }

    @Test
    void greetsGrafanasPlugin() {
        Answer answer =
                http.post(
                        "client_protocol_version=54483&default_format=Native",
                        "SELECT displayName(), version(), revision(), timezone()");
        assertThat(answer.bytes()).startsWith(1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0, 4, 1);
        Answer later = http.post("client_protocol_version=54483&default_format=Native", "SELECT 1");
        assertThat(later.bytes()).isEqualTo("\u0001\u0001\u00011\u0005UInt8\u0001".getBytes(UTF_8));
    }

    @Test
    void deepNestingIsAnErrorAndNoCrash() {
        String sql = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
        assertThat(http.post("max_parser_depth=1000000", sql).text())
                .contains("TOO_DEEP_RECURSION");
        assertThat(http.get("/ping").text()).isEqualTo("Ok.\n");
    }
}
