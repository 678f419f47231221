package io.otklik.local.clickhouse.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class StreamableFormatsTest {

    @ParameterizedTest
    @CsvSource({
        "TabSeparated, true",
        "TSVWithNamesAndTypes, true",
        "csvwithnames, true",
        "Native, true",
        "RowBinaryWithNamesAndTypes, true",
        "JSONEachRow, true",
        "JSONCompactEachRowWithNames, true",
        "JSON, false",
        "JSONCompact, false",
        "Pretty, false",
        "Parquet, false",
        "ArrowStream, false",
        "Values, false",
        "Null, false",
        "XML, false"
    })
    void knowsWhichBlocksMayBeJoined(String format, boolean streamable) {
        assertThat(StreamableFormats.contains(format)).isEqualTo(streamable);
    }

    @Test
    void findsTheHeaderOfLines() {
        assertThat(header("TSVWithNames", "a\tb\n1\t2\n")).isEqualTo("a\tb\n");
        assertThat(header("TSVWithNamesAndTypes", "a\nString\nx\n")).isEqualTo("a\nString\n");
        assertThat(header("CSVWithNames", "\"a\nb\",\"c\"\"\"\n1,2\n"))
                .isEqualTo("\"a\nb\",\"c\"\"\"\n");
        assertThat(header("TSV", "a\n")).isEmpty();
    }

    @Test
    void findsTheHeaderOfBinaryRows() {
        assertThat(header("RowBinaryWithNamesAndTypes", "\u0001\u0001a\u0005UInt8\u0007"))
                .isEqualTo("\u0001\u0001a\u0005UInt8");
        assertThat(header("RowBinaryWithNames", "\u0001\u0001a\u0007")).isEqualTo("\u0001\u0001a");
        assertThat(header("RowBinary", "\u0001\u0001")).isEmpty();
    }

    private static String header(String format, String block) {
        byte[] bytes = block.getBytes(UTF_8);
        return new String(bytes, 0, StreamableFormats.headerLength(format, bytes), UTF_8);
    }
}
