package io.otklik.local.clickhouse.engine;

import io.otklik.local.clickhouse.StartupException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds {@code libchdb} in a directory, or installs it there through npm.
 *
 * <p>The package is fetched into a side directory and moved into place at the end, so what is found
 * is whole; a lock file lets several processes ask at once. Nothing is fetched when the library is
 * already there, so a second start needs neither Node.js nor a network.
 */
public final class ChdbLibrary {

    private static final String PARTIAL = ".partial.";
    private static final long UNPACKED_BYTES = 600L * 1024 * 1024;

    private ChdbLibrary() {}

    /** {@code <otklik.home>/.otklik/chdb}: shared by the local stack and the tests of one clone. */
    public static Path defaultDirectory() {
        return Home.find().resolve(".otklik").resolve("chdb");
    }

    /**
     * Gives the path of the library file, installing it first if it is not there.
     *
     * @throws StartupException with a sentence that says what to do
     */
    public static Path install(Path directory) {
        return install(directory, Npm.onPath());
    }

    /** Synchronized because threads of one JVM cannot share a file lock; processes can. */
    static synchronized Path install(Path directory, Npm npm) {
        ChdbPackage chdb = ChdbPackage.current();
        Path home = directory.toAbsolutePath().normalize().resolve(ChdbPackage.VERSION);
        Optional<Path> found = find(home, chdb);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            Files.createDirectories(home.getParent());
            try (FileChannel channel =
                            FileChannel.open(
                                    home.resolveSibling("install.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                found = lock.isValid() ? find(home, chdb) : Optional.empty();
                return found.isPresent() ? found.get() : fetch(home, chdb, npm);
            }
        } catch (IOException e) {
            throw new StartupException(
                    "Cannot install the ClickHouse library into "
                            + directory
                            + " ("
                            + e.getMessage()
                            + "): make the directory writable and the disk not full, and start"
                            + " again.");
        }
    }

    private static Path fetch(Path home, ChdbPackage chdb, Npm npm) throws IOException {
        long free = Files.getFileStore(home.getParent()).getUsableSpace();
        if (free < UNPACKED_BYTES) {
            throw new StartupException(
                    "The disk of "
                            + home.getParent()
                            + " has "
                            + free / 1024 / 1024
                            + " MiB free and the ClickHouse library needs "
                            + UNPACKED_BYTES / 1024 / 1024
                            + ": free some space and start again.");
        }
        dropLeftovers(home.getParent());
        // A name of its own: npm of a killed process may still write into the last one.
        Path side =
                home.resolveSibling(
                        PARTIAL + ProcessHandle.current().pid() + "." + System.nanoTime());
        Files.createDirectories(side);
        if (chdb.locked()) {
            copyResource("package.json", side);
            copyResource("package-lock.json", side);
            npm.run(side, List.of("ci"));
        } else {
            Files.writeString(side.resolve("package.json"), "{\"private\": true}\n");
            npm.run(
                    side,
                    List.of("install", "--save-exact", chdb.name() + "@" + ChdbPackage.VERSION));
        }
        deleteTree(home);
        Files.move(side, home);
        return find(home, chdb)
                .orElseThrow(
                        () ->
                                new StartupException(
                                        "The package "
                                                + chdb.name()
                                                + " "
                                                + ChdbPackage.VERSION
                                                + " came without libchdb: delete "
                                                + home
                                                + " and start again."));
    }

    private static Optional<Path> find(Path home, ChdbPackage chdb) {
        Path folder = home.resolve("node_modules").resolve(chdb.name());
        return Stream.of("libchdb.so", "libchdb.dylib")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static void copyResource(String name, Path directory) throws IOException {
        try (InputStream in =
                ChdbLibrary.class.getResourceAsStream("/io/otklik/local/clickhouse/npm/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        name + " is not on the class path: build the module by Maven.");
            }
            Files.copy(in, directory.resolve(name));
        }
    }

    private static void dropLeftovers(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(PARTIAL)) {
                    deleteTree(file);
                }
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Someone still writes there; the next install tries again.
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
