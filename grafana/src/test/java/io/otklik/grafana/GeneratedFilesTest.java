package io.otklik.grafana;

import io.otklik.grafana.file.Folders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is committed is what the TypeScript makes: {@code sh grafana/generate.sh} writes it anew.
 */
class GeneratedFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboards",
                "provisioning/alerting",
                "contact-points",
                "src/test/resources"
            })
    void areCommittedAsTheyAreMade(String folder) {
        assertThat(Folders.texts(Folders.COMMITTED.resolve(folder)))
                .isEqualTo(Folders.texts(Folders.GENERATED.resolve(folder)));
    }
}
