package io.otklik.grafana;

import io.otklik.grafana.file.Folders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody reads an appeal's reasons by the ids of rules. */
class ReasonsTest {

    private static final Path BOOKS =
            Path.of(System.getProperty("otklik.home"), "jobs/src/main/resources");

    @ParameterizedTest
    @CsvSource({
        "rules/messages.yaml,   rules, rule",
        "urgency/urgency.yaml,  rules, urgency",
        "routing/routing.yaml,  rows, route"
    })
    void everyBundledRuleHasWordsOnTheAppealsDashboard(String book, String list, String prefix)
            throws IOException {
        String dashboard =
                Files.readString(Folders.COMMITTED.resolve("dashboards/otklik-appeal.json"));

        List<String> codes = ids(BOOKS.resolve(book), list).map(id -> prefix + ':' + id).toList();

        assertThat(codes)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(dashboard).contains("'" + code + "'"));
    }

    private static Stream<String> ids(Path book, String list) throws IOException {
        try (Reader reader = Files.newBufferedReader(book)) {
            Map<String, Object> all =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return ((List<?>) all.get(list))
                    .stream().map(rule -> ((Map<?, ?>) rule).get("id").toString());
        }
    }
}
