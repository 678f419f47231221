package io.otklik.language.routing;

import io.otklik.language.topic.TopicCatalog;
import io.otklik.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoutingTableTest {

    private static final String AGENCIES =
            "version: 1\nfallback: x\nagencies: {x: X, y: Y}\nrows:\n";

    private final RoutingTable table = RoutingTable.bundled();

    @ParameterizedTest
    @CsvSource({
        "Здравоохранение,                   health",
        "Образование,                       education",
        "ЖКХ,                               housing",
        "Энергетика,                        housing",
        "Дороги,                            transport",
        "Общественный транспорт,            transport",
        "Строительство и архитектура,       construction",
        "Благоустройство,                   construction",
        "Экология,                          nature",
        "Обращение с отходами,              nature",
        "Труд и занятость,                  social",
        "Культура,                          culture",
        "Связь и телевидение,               digital",
        "Безопасность и правопорядок,       police",
        "Военная служба,                    military",
    })
    void aRegionsPageRoutesByGroup(String group, String agency) {
        assertThat(table.route(query(group, null, "Министерство", null)).agencyId())
                .isEqualTo(agency);
    }

    @ParameterizedTest
    @CsvSource({"Здравоохранение, ''", "Благоустройство, ", "ЖКХ, ", "Образование, ' '"})
    void aPageOfUnknownLevelKeepsWhatItIsAsked(String group, String level) {
        assertThat(table.route(query(group, null, level, "Город")))
                .isEqualTo(new Route("adm", "Администрация", "route:page-of-unknown-level"));
    }

    @Test
    void whereNeitherLevelNorAuthorityIsKnownTheGroupDecides() {
        RouteQuery query =
                new RouteQuery("Здравоохранение", null, "vk:-1", null, null, null, null, null);
        assertThat(table.route(query).agencyId()).isEqualTo("health");
    }

    @Test
    void knowsAnAgencyForEveryGroup() {
        TopicCatalog catalog = TopicCatalog.bundled();
        for (int group = 0; group < catalog.groupCount(); group++) {
            assertThat(
                            table.route(query(catalog.group(group), null, "Министерство", null))
                                    .reason())
                    .as(catalog.group(group))
                    .isNotEqualTo("route:fallback");
        }
    }

    @Test
    void aMunicipalPageAnswersForItsYards() {
        Route route = table.route(query("Благоустройство", null, "МО", "Курский район"));
        assertThat(route).isEqualTo(new Route("adm", "Администрация", "route:municipal-page"));
    }

    @Test
    void aMunicipalPageDoesNotAnswerForClinics() {
        Route route = table.route(query("Здравоохранение", null, "МО", "Курский район"));
        assertThat(route.agencyId()).isEqualTo("health");
    }

    @Test
    void aMinistrysPageSendsYardsToTheMunicipality() {
        Route route = table.route(query("Благоустройство", null, "Министерство", "Курский район"));
        assertThat(route.agencyId()).isEqualTo("municipality:Курский район");
        assertThat(route.reason()).isEqualTo("route:municipality");
    }

    @Test
    void aTopicGoesBeforeItsGroup() {
        Route route =
                table.route(query("Безопасность и правопорядок", "Природные пожары", null, null));
        assertThat(route)
                .isEqualTo(
                        new Route(
                                "emergency",
                                "Главное управление МЧС России",
                                "route:fire-and-flood"));
    }

    @Test
    void anInstitutionAnswersForItself() {
        RouteQuery query =
                new RouteQuery(
                        "Образование", null, "vk:-1", "school", "Школа", "МО", "Школы", "Город");
        assertThat(table.route(query).reason()).isEqualTo("route:page-school");
    }

    @Test
    void whatNobodyOwnsFallsBack() {
        assertThat(table.route(query(null, null, "Министерство", null)))
                .isEqualTo(new Route("other", "Иные ведомства", "route:fallback"));
    }

    @Test
    void theFirstRowThatHoldsDecides() {
        RoutingTable own = read("  - {id: a, pages: 'vk:-1', agency: y}\n  - {id: b, agency: x}\n");
        assertThat(own.route(query("ЖКХ", null, null, null)).reason()).isEqualTo("route:a");
        RouteQuery other = new RouteQuery("ЖКХ", null, "vk:-2", null, null, null, null, null);
        assertThat(own.route(other).reason()).isEqualTo("route:b");
    }

    @Test
    void aRowWhoseAgencyCannotBeToldIsPassedOver() {
        RoutingTable own = read("  - {id: a, agency: municipality}\n  - {id: b, agency: y}\n");
        assertThat(own.route(query("ЖКХ", null, null, null)).reason()).isEqualTo("route:b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  - {id: a, agency: z}|line 5|none of the agencies",
                "  - {id: a, groups: Нет, agency: x}|line 5|no group",
                "  - {id: a, topics: Нет, agency: x}|line 5|no topic",
                "  - {id: a, colour: red, agency: x}|line 5|colour",
                "  - {id: a}|line 5|agency",
                "  - {agency: x}|line 5|id",
            })
    void refusesABadRowWithItsLine(String row, String line, String says) {
        assertThatThrownBy(() -> read("  " + row.strip() + "\n"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith(line)
                .hasMessageContaining(says);
    }

    @Test
    void refusesARowThatStandsTwice() {
        assertThatThrownBy(() -> read("  - {id: a, agency: x}\n  - {id: a, agency: y}\n"))
                .hasMessageStartingWith("line 6");
    }

    private static RoutingTable read(String rows) {
        return RoutingTable.read(AGENCIES + rows);
    }

    private static RouteQuery query(String group, String topic, String level, String municipality) {
        return new RouteQuery(
                group, topic, "vk:-1", "adm", "Администрация", level, null, municipality);
    }
}
