package io.otklik.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Dashboard;
import io.otklik.grafana.file.Panel;
import io.otklik.grafana.file.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What every dashboard and panel keeps to, whoever adds the next one. */
class DashboardFilesTest {

    private static final Pattern LINK = Pattern.compile("/d/([a-z-]+)\\?");
    private static final Pattern LIST = Pattern.compile("viewPanel=(\\d+)");
    private static final Pattern SET = Pattern.compile("var-(\\w+)=");
    private static final Pattern KEPT = Pattern.compile("\\$\\{(\\w+):queryparam\\}");
    private static final Pattern OF_ROW = Pattern.compile("\\$\\{__data\\.fields\\.(\\w+)");

    /** In time, soon, overdue. */
    private static final Set<String> TERMS = Set.of("green", "orange", "red");

    private static final Pattern SIGNED = Pattern.compile("[^\\p{IsAlphabetic}\\d\\s].*");

    private static final Set<String> SOURCES = Set.of("${ds}", "${prometheus}");

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    static List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        Dashboard.all().forEach(dashboard -> panels.addAll(dashboard.panels()));
        return panels;
    }

    @Test
    void uidsAndTitlesAreUnique() {
        assertThat(dashboards()).extracting(Dashboard::uid).doesNotHaveDuplicates();
        assertThat(dashboards()).extracting(Dashboard::title).doesNotHaveDuplicates();
        assertThat(dashboards()).extracting(Dashboard::uid).allMatch(uid -> uid.length() <= 40);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveNumbersOfTheirOwnAndDoNotOverlap(Dashboard dashboard) {
        Set<Integer> ids = new HashSet<>();
        Set<List<Integer>> cells = new HashSet<>();
        for (JsonNode panel : dashboard.json().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as(panel.path("title").asText()).isTrue();
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(cells.add(List.of(column, place.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void timeIsTheCentresAndTheDashboardsAreBoundTogether(Dashboard dashboard) {
        assertThat(dashboard.json().path("timezone").asText("?")).isEmpty();
        assertThat(dashboard.json().path("tags").get(0).asText()).isEqualTo("otklik");
        assertThat(dashboard.json().path("description").asText()).isNotBlank();
        assertThat(dashboard.json().path("links")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void choicesStandOnAllAtFirst(Dashboard dashboard) {
        for (JsonNode variable : dashboard.variables()) {
            assertThat(variable.path("label").asText()).isNotBlank();
            if (variable.path("includeAll").asBoolean()) {
                assertThat(variable.path("current").path("value").get(0).asText())
                        .as(variable.path("name").asText())
                        .isEqualTo("$__all");
                assertThat(variable.path("multi").asBoolean()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void saysWhatItIsAndWhyItMayBeEmpty(Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat(panel.json().path("description").asText().length()).isGreaterThan(20);
        JsonNode defaults = panel.json().path("fieldConfig").path("defaults");
        assertThat(defaults.path("unit").asText()).as("unit").isNotBlank();
        assertThat(defaults.path("noValue").asText()).as("empty state").isNotBlank();
    }

    /**
     * A number panel shows every numeric column whose name its pattern meets, hidden or not: the
     * pattern must meet one.
     */
    @ParameterizedTest
    @MethodSource("panels")
    void aNumberPanelShowsOneNumber(Panel panel) {
        Promise promise = Promise.of(panel);
        if (!panel.json().path("type").asText().equals("stat") || promise.columns().isEmpty()) {
            return;
        }
        String pattern = panel.json().at("/options/reduceOptions/fields").asText();
        Pattern fields = Pattern.compile(pattern.substring(1, pattern.length() - 1));

        assertThat(promise.columns().keySet())
                .filteredOn(
                        column ->
                                fields.matcher(panel.property(column, "displayName").asText(column))
                                        .find())
                .hasSize(1);
    }

    /** Otherwise an empty cell would say why the whole table is empty. */
    @ParameterizedTest
    @MethodSource("panels")
    void anEmptyCellIsEmpty(Panel panel) {
        if (panel.json().path("type").asText().equals("table")) {
            Promise promise = Promise.of(panel);
            assertThat(promise.columns().keySet())
                    .allMatch(column -> !panel.property(column, "noValue").isMissingNode());
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void asksADataSourceByVariable(Panel panel) {
        assertThat(SOURCES).contains(panel.json().path("datasource").path("uid").asText());
        assertThat(panel.json().path("targets")).hasSize(1);
        for (JsonNode target : panel.json().path("targets")) {
            assertThat(SOURCES).contains(target.path("datasource").path("uid").asText());
        }
    }

    /**
     * A link leads to a dashboard that there is, with variables that it has, from columns of the
     * row.
     */
    @ParameterizedTest
    @MethodSource("panels")
    void linksLeadSomewhere(Panel panel) {
        Set<String> own = names(panel.dashboard());
        for (String url : panel.json().findValuesAsText("url")) {
            Matcher link = LINK.matcher(url);
            if (link.find()) {
                Dashboard target =
                        dashboards().stream()
                                .filter(one -> one.uid().equals(link.group(1)))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("No dashboard for " + url));
                assertThat(names(target)).containsAll(groups(SET, url));
            }
            assertThat(own).as(url).containsAll(groups(KEPT, url));
            Set<String> columns =
                    panel
                            .json()
                            .path("fieldConfig")
                            .path("overrides")
                            .findValuesAsText("options")
                            .stream()
                            .collect(Collectors.toSet());
            assertThat(columns).as(url).containsAll(groups(OF_ROW, url));
        }
    }

    /** What one appeal shows has no list, and what Flink counts stands on Flink's page. */
    @ParameterizedTest
    @MethodSource("panels")
    void everyNumberLeadsToTheListBehindIt(Panel panel) {
        if (!panel.json().path("type").asText().equals("stat")
                || panel.dashboard().uid().equals("otklik-appeal")
                || panel.queries().isEmpty()) {
            return;
        }
        String url = panel.json().at("/links/0/url").asText();
        assertThat(url).contains("/d/");
        assertThat(panel.json().at("/fieldConfig/defaults/links/0/url").asText()).isEqualTo(url);
        Matcher list = LIST.matcher(url);
        if (list.find()) {
            int id = Integer.parseInt(list.group(1));
            assertThat(panel.dashboard().panels())
                    .filteredOn(one -> one.id() == id)
                    .extracting(one -> one.json().path("type").asText())
                    .containsExactly("table");
        }
    }

    private static Set<String> names(Dashboard dashboard) {
        return dashboard.variables().stream()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
    }

    /** Who does not tell red from green reads a sign. */
    @ParameterizedTest
    @MethodSource("panels")
    void colouredWordsBeginWithASign(Panel panel) {
        for (JsonNode mappings : panel.json().findValues("value")) {
            for (JsonNode mapping : mappings) {
                for (JsonNode word : mapping.path("options")) {
                    if (TERMS.contains(word.path("color").asText())) {
                        // A text that the query wrote is known by the sign it begins with.
                        String pattern = mapping.at("/options/pattern").asText();
                        assertThat(word.path("text").asText(pattern.replaceFirst("^\\^", "")))
                                .matches(SIGNED);
                    }
                }
            }
        }
    }
}
