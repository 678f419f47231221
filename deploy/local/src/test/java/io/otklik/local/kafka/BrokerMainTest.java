package io.otklik.local.kafka;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerMainTest {

    @TempDir private Path storage;

    @Test
    void aFormatThatWasKilledIsMadeAgain() throws IOException {
        assertThat(BrokerMain.isFormatted(storage)).isFalse();
        Path identity = Files.createFile(storage.resolve("meta.properties"));

        assertThat(BrokerMain.isFormatted(storage)).isFalse();
        assertThat(identity).doesNotExist();

        Files.createFile(identity);
        Files.createFile(storage.resolve("bootstrap.checkpoint"));
        assertThat(BrokerMain.isFormatted(storage)).isTrue();
        assertThat(identity).exists();
    }

    @Test
    void dataAreNeverFormattedAgain() throws IOException {
        Files.createFile(storage.resolve("meta.properties"));
        Files.createDirectory(storage.resolve("__cluster_metadata-0"));

        assertThat(BrokerMain.isFormatted(storage)).isTrue();
    }
}
