package io.otklik.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFileTest {

    @TempDir private Path folder;

    @Test
    void aRandomKeyIsWrittenOnceForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets").resolve("author.key");

        SecretFile.ensure(file);
        String first = Files.readString(file);
        SecretFile.ensure(file);

        assertThat(first).matches("[0-9a-f]{64}\n");
        assertThat(file).hasContent(first.strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        Path other = folder.resolve("other").resolve("author.key");
        SecretFile.ensure(other);
        assertThat(Files.readString(other)).isNotEqualTo(first);
    }
}
