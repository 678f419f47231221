package io.otklik.schemas.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One set of files serves a single server and a cluster. */
class MigrationFilesTest {

    private static final Pattern ENGINE = Pattern.compile("ENGINE = (\\w+)");
    private static final Pattern CHANGE =
            Pattern.compile("^(?:ALTER|DROP) (?:TABLE|VIEW) (\\w+) ?(.*)", Pattern.MULTILINE);
    private static final Pattern CREATE = Pattern.compile("CREATE (TABLE|VIEW) (\\w+) ?(.*)");

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder =
                Path.of(
                        Objects.requireNonNull(
                                        MigrationFilesTest.class.getResource("/db/migration"))
                                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void singleServerGetsPlainTables(Path file) throws IOException {
        String sql = render(file, MigrationSettings.singleServer());

        assertThat(sql).doesNotContain("${").doesNotContain("ON CLUSTER");
        assertThat(engines(sql)).allMatch("ReplacingMergeTree"::equals);
    }

    @ParameterizedTest
    @MethodSource("files")
    void clusterGetsReplicatedTablesEverywhere(Path file) throws IOException {
        String sql = render(file, MigrationSettings.onCluster("otklik"));

        assertThat(sql).doesNotContain("${");
        assertThat(engines(sql)).allMatch("ReplicatedReplacingMergeTree"::equals);
        assertThat(CREATE.matcher(sql).results())
                .isNotEmpty()
                .allSatisfy(
                        create -> assertThat(create.group(3)).startsWith("ON CLUSTER 'otklik'"));
        assertThat(CHANGE.matcher(sql).results())
                .allSatisfy(
                        change -> assertThat(change.group(2)).startsWith("ON CLUSTER 'otklik'"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTableAndViewTellsWhatItHolds(Path file) throws IOException {
        for (String statement : Files.readString(file).split(";\n")) {
            if (CREATE.matcher(statement).find()) {
                assertThat(statement).containsPattern("\nCOMMENT '[^\n]{20,}'$");
            }
        }
    }

    @Test
    void filesAreNumberedWithoutAGap() throws Exception {
        List<String> names = files().map(file -> file.getFileName().toString()).toList();

        for (int i = 0; i < names.size(); i++) {
            assertThat(names.get(i)).startsWith("V%03d__".formatted(i + 1)).endsWith(".sql");
        }
    }

    @Test
    void retentionReachesTheFiles() throws Exception {
        MigrationSettings settings =
                new MigrationSettings(null, Period.ofYears(1), Duration.ofDays(7));

        StringBuilder sql = new StringBuilder();
        for (Path file : files().toList()) {
            sql.append(render(file, settings));
        }

        assertThat(sql).contains("INTERVAL 12 MONTH").contains("INTERVAL 7 DAY");
    }

    @Test
    void refusesNonsenseInOneSentence() {
        assertThatThrownBy(() -> MigrationSettings.onCluster("a'; DROP TABLE message"))
                .hasMessageContaining("may hold letters");
        assertThatThrownBy(() -> new MigrationSettings(null, Period.ofDays(3), Duration.ofDays(30)))
                .hasMessageContaining("whole months");
        assertThatThrownBy(
                        () -> new MigrationSettings(null, Period.ofMonths(3), Duration.ofHours(3)))
                .hasMessageContaining("whole days");
        assertThatThrownBy(
                        () ->
                                Migrations.run(
                                        "http://localhost:8123",
                                        "u",
                                        "p",
                                        MigrationSettings.singleServer()))
                .hasMessageContaining("jdbc:clickhouse://host:port/database");
    }

    private static String render(Path file, MigrationSettings settings) throws IOException {
        String sql = Files.readString(file);
        for (Map.Entry<String, String> placeholder : settings.placeholders().entrySet()) {
            sql = sql.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return sql;
    }

    private static Stream<String> engines(String sql) {
        Matcher matcher = ENGINE.matcher(sql);
        return matcher.results().map(result -> result.group(1));
    }
}
