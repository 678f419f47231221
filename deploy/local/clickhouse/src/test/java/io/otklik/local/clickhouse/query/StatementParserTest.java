package io.otklik.local.clickhouse.query;

import io.otklik.local.clickhouse.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatementParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "INSERT INTO t FORMAT TSV 1\ta | INSERT INTO t | TSV | 1\ta",
                "insert into t(a, b) values (1, 'x') | insert into t(a, b) | Values | (1, 'x')",
                "INSERT INTO `values` VALUES (1) | INSERT INTO `values` | Values | (1)",
                "INSERT INTO values VALUES (1) | INSERT INTO values | Values | (1)",
                "INSERT INTO db.\"format\" FORMAT CSV 1 | INSERT INTO db.\"format\" | CSV | 1",
                "INSERT INTO TABLE FUNCTION file('a', 'CSV') FORMAT CSV 1"
                        + " | INSERT INTO TABLE FUNCTION file('a', 'CSV') | CSV | 1",
                "/* VALUES */ INSERT INTO t SETTINGS a = 1 FORMAT CSV 1"
                        + " | /* VALUES */ INSERT INTO t SETTINGS a = 1 | CSV | 1",
                "INSERT INTO t FORMAT CSV SETTINGS a = 1, b = 'x' 5,6"
                        + " | INSERT INTO t SETTINGS a = 1, b = 'x' | CSV | 5,6",
                "INSERT INTO t (* EXCEPT(a)) VALUES (1) | INSERT INTO t (* EXCEPT(a)) | Values | (1)",
                "INSERT INTO t (`ключ`) FORMAT JSONEachRow {\"a\":1}"
                        + " | INSERT INTO t (`ключ`) | JSONEachRow | {\"a\":1}",
            })
    void partsAnInsertFromItsData(String text, String head, String format, String data)
            throws EngineException {
        byte[] bytes = text.getBytes(UTF_8);
        Statement statement = StatementParser.parse(bytes);
        assertThat(statement.kind()).isEqualTo(Statement.Kind.INSERT_DATA);
        assertThat(new String(statement.head(), UTF_8).strip()).isEqualTo(head);
        assertThat(statement.format()).isEqualTo(format);
        assertThat(rest(bytes, statement.dataAt()).strip()).isEqualTo(data);
    }

    @Test
    void dataStartsAfterTheFirstLineBreak() throws EngineException {
        byte[] text = "INSERT INTO t FORMAT RowBinary \r\n\n\u0001".getBytes(UTF_8);
        assertThat(rest(text, StatementParser.parse(text).dataAt())).isEqualTo("\n\u0001");
    }

    @Test
    void binaryDataIsNotReadAsSql() throws EngineException {
        byte[] text = "INSERT INTO t FORMAT RowBinary\n';SELECT `\"/*$$".getBytes(UTF_8);
        assertThat(rest(text, StatementParser.parse(text).dataAt())).isEqualTo("';SELECT `\"/*$$");
    }

    @Test
    void anInsertWithoutDataIsOneOfNoRows() throws EngineException {
        byte[] text = "INSERT INTO t".getBytes(UTF_8);
        Statement statement = StatementParser.parse(text);
        assertThat(statement.kind()).isEqualTo(Statement.Kind.INSERT_DATA);
        assertThat(statement.format()).isEqualTo("Values");
        assertThat(statement.dataAt()).isEqualTo(text.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT 1",
                "INSERT INTO t (a) SELECT 'VALUES'",
                "INSERT INTO t (SELECT 1)",
                "INSERT INTO t (a) WITH 1 AS x SELECT x",
                "CREATE TABLE t (format String) ENGINE = Memory",
                "EXPLAIN SELECT 1",
                "SHOW TABLES"
            })
    void otherStatementsGoAsTheyAre(String text) throws EngineException {
        Statement statement = StatementParser.parse(text.getBytes(UTF_8));
        assertThat(statement.kind()).isEqualTo(Statement.Kind.OTHER);
        assertThat(new String(statement.head(), UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '\u0001',
            value = {
                "SELECT 1 FORMAT JSON | JSON | SELECT 1",
                "SELECT 1 format `JSON`; | JSON | SELECT 1",
                "SELECT 1 SETTINGS a = 1 FORMAT CSV | CSV | SELECT 1 SETTINGS a = 1",
                "SELECT 1 FORMAT CSV SETTINGS a = 1 | CSV | SELECT 1",
                "SELECT format FROM t | - | SELECT format FROM t",
                "SELECT format, x FROM t | - | SELECT format, x FROM t",
                "SELECT ' FORMAT JSON' | - | SELECT ' FORMAT JSON'",
                "SELECT (SELECT 1 FORMAT JSON) | - | SELECT (SELECT 1 FORMAT JSON)",
                "(SELECT 1) UNION ALL (SELECT 2) FORMAT TSV | TSV | (SELECT 1) UNION ALL (SELECT 2)",
                "WITH 1 AS x SELECT x -- FORMAT JSON | - | WITH 1 AS x SELECT x -- FORMAT JSON",
                "SELECT $tag$ FORMAT CSV; $tag$ | - | SELECT $tag$ FORMAT CSV; $tag$",
                "SELECT 1 # FORMAT JSON | - | SELECT 1 # FORMAT JSON",
                "SELECT 'it''s', 'a\\'; b' ; | - | SELECT 'it''s', 'a\\'; b'",
            })
    void findsTheFormatOfASelect(String text, String format, String before) throws EngineException {
        Statement statement = StatementParser.parse(text.getBytes(UTF_8));
        assertThat(statement.kind()).isEqualTo(Statement.Kind.SELECT);
        assertThat(statement.format()).isEqualTo(format);
        assertThat(new String(statement.head(), 0, statement.formatAt(), UTF_8).strip())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a FROM t | true",
                "SELECT a, count() FROM t GROUP BY a WITH TOTALS | false",
                "SELECT a FROM (SELECT a FROM t GROUP BY a WITH TOTALS) | true",
                "SELECT a FROM t SETTINGS output_format_json_array_of_rows = 1 | false",
                "SELECT a FROM t SETTINGS extremes = 1 | false",
            })
    void knowsWhatCannotBeReadBlockByBlock(String text, boolean blockwise) throws EngineException {
        assertThat(StatementParser.parse(text.getBytes(UTF_8)).blockwise()).isEqualTo(blockwise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "-- nothing", "/* open", ";"})
    void anEmptyTextIsNamed(String text) throws EngineException {
        assertThat(StatementParser.parse(text.getBytes(UTF_8)).kind())
                .isEqualTo(Statement.Kind.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1; SELECT 2 | 62 | Multi-statements are not allowed",
                "INSERT INTO t FORMAT CSV; 1 | 62 | excessive ';'",
                "INSERT INTO t FORMAT | 62 | name of a format",
                "SELECT 1 INTO OUTFILE 'x' | 78 | INTO OUTFILE is not allowed",
                "INSERT INTO t FROM INFILE 'x' FORMAT CSV | 78 | FROM INFILE is not allowed",
                "INSERT INTO t SELECT * FROM input('a Int8') FORMAT CSV | 48 | insert the rows",
            })
    void refusesWhatAServerRefuses(String text, int code, String words) {
        assertThatThrownBy(() -> StatementParser.parse(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private static String rest(byte[] text, int from) {
        return new String(text, from, text.length - from, UTF_8);
    }
}
