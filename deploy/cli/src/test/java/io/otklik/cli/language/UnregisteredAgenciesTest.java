package io.otklik.cli.language;

import io.otklik.cli.registry.RegistryReader;
import io.otklik.language.routing.RoutingTable;
import io.otklik.schemas.Community;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class UnregisteredAgenciesTest {

    private static final Path DATA =
            Path.of(System.getProperty("otklik.home"), "deploy", "samples", "data");

    @Test
    void theSamplesTableRoutesToAuthoritiesOfTheirRegisterByTheNamesThere() throws IOException {
        RoutingTable table = RoutingFile.read(DATA.resolve("routing.yaml"));
        List<Community> register = register();

        assertThat(UnregisteredAgencies.sentence(table, register)).isEmpty();
        Map<String, String> names = new HashMap<>();
        register.forEach(page -> names.put(page.agencyId(), page.agencyName()));
        assertThat(names).containsAllEntriesOf(table.agencies());
    }

    @Test
    void ofTheTableThatComesAlongTheFirstAreNamed() throws IOException {
        assertThat(UnregisteredAgencies.sentence(RoutingTable.bundled(), register()))
                .hasValue(
                        "The register lacks of the routing table's agencies: agriculture, center, construction, culture, digital and 25 more; an authority that has another id there counts twice (docs/operator.md, Who owes an answer).");
    }

    @Test
    void nothingIsToldBeforeThereIsARegister() {
        assertThat(UnregisteredAgencies.sentence(RoutingTable.bundled(), List.of())).isEmpty();
    }

    private static List<Community> register() throws IOException {
        return new RegistryReader(id -> id, Instant.EPOCH, null, null, null)
                .read(DATA.resolve("registry.csv"))
                .communities();
    }
}
