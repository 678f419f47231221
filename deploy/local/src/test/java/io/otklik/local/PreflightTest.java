package io.otklik.local;

import io.otklik.local.StackSettings.ClickHouseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PreflightTest {

    @TempDir private Path folder;

    @Test
    void aTakenPortIsNamedWithItsOwnerAndTheOptionThatHelps() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            StackSettings settings = settings(taken.getLocalPort());

            assertThatThrownBy(() -> Preflight.ports(settings, List.of(Part.KAFKA)))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageStartingWith(
                            "Port %d, which Kafka needs, is taken by"
                                    .formatted(taken.getLocalPort()))
                    .hasMessageEndingWith("choose another port by --kafka-port.");
            if (Files.exists(Path.of("/proc/net/tcp"))) {
                assertThatThrownBy(() -> Preflight.ports(settings, List.of(Part.KAFKA)))
                        .hasMessageContaining("process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void portsOfPartsThatRunAreNotLookedAt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Preflight.ports(settings(taken.getLocalPort()), List.of(Part.TASKMANAGER));
        }
    }

    @Test
    void aFullDiskIsSaid() {
        assertThatThrownBy(() -> Preflight.folder(folder, Long.MAX_VALUE))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("MB are free on the disk of " + folder)
                .hasMessageEndingWith("or choose another place by --dir.");
    }

    @Test
    void anotherUsersFolderIsLeftAlone() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        assumeTrue(canGiveAway(theirs), "only root may give a folder away");

        assertThatThrownBy(() -> Preflight.folder(theirs, 0))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(theirs + " belongs to nobody; run the command as that user");
        try (var files = Files.list(theirs)) {
            assertThat(files).as("nothing stays behind").isEmpty();
        }
    }

    @Test
    void aMissingFolderIsMade() throws IOException {
        Path missing = folder.resolve("a").resolve("b");

        Preflight.folder(missing, 0);

        assertThat(missing).isDirectory().isEmptyDirectory();
    }

    private static boolean canGiveAway(Path path) {
        try {
            UserPrincipal nobody =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody");
            Files.setOwner(path, nobody);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static StackSettings settings(int kafkaPort) {
        return new StackSettings(
                kafkaPort, 1, 2, 3, ClickHouseKind.ENGINE, "http://127.0.0.1:4", null, 0);
    }
}
