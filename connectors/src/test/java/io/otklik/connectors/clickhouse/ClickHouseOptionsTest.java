package io.otklik.connectors.clickhouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Settings are checked where they are made, and a password is found where it may be kept. */
class ClickHouseOptionsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8123", "jdbc:clickhouse://localhost", "http://", "http://a/b"})
    void addressThatIsNoneIsRefusedWithTheRightForm(String url) {
        assertThatThrownBy(() -> ClickHouseOptions.of(url, "otklik", "default"))
                .hasMessageContaining("http://host:port")
                .hasMessageContaining(url);
    }

    @Test
    void databaseAndBatchAreChecked() {
        ClickHouseOptions options = ClickHouseOptions.of("http://a:1/", "otklik", "default");

        assertThat(options.url()).isEqualTo("http://a:1");
        assertThatThrownBy(() -> ClickHouseOptions.of("http://a:1", "a; b", "default"))
                .hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> options.withBatch(0, Duration.ofSeconds(1)))
                .hasMessageContaining("above zero");
        assertThatThrownBy(() -> options.withBatch(1, Duration.ZERO))
                .hasMessageContaining("above zero");
    }

    @Test
    void passwordIsReadFromTheVariableOrItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3 cret\n");

        assertThat(Secret.read("P", Map.of("P", "word"))).isEqualTo("word");
        assertThat(Secret.read("P", Map.of("P_FILE", file.toString()))).isEqualTo("s3 cret");
        assertThat(Secret.read("P", Map.of())).isEmpty();
        assertThatThrownBy(() -> Secret.read("P", Map.of("P", "a", "P_FILE", "b")))
                .hasMessage("Set one of P and P_FILE, not both.");
        assertThatThrownBy(() -> Secret.read("P", Map.of("P_FILE", folder + "/none")))
                .hasMessageContaining("that P_FILE names cannot be read");
    }
}
