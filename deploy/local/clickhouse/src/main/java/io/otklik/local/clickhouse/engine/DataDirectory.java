package io.otklik.local.clickhouse.engine;

import io.otklik.local.clickhouse.StartupException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The directory of the engine's data, held by one process at a time. */
final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataDirectory open(Path data) {
        Path path = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new StartupException(
                        "The disk of "
                                + path
                                + " has "
                                + free / 1024 / 1024
                                + " MiB free and ClickHouse needs at least "
                                + LEAST_FREE_BYTES / 1024 / 1024
                                + ": free some space, or give another directory by --data.");
            }
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("server.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new StartupException(
                        "Another process already serves "
                                + path
                                + ": stop it, or give another directory by --data.");
            }
            DataDirectory directory = new DataDirectory(path, channel);
            directory.emptySpool();
            return directory;
        } catch (IOException e) {
            throw new StartupException(
                    "Cannot use the data directory "
                            + path
                            + " ("
                            + reason(e)
                            + "): make it writable, or give another one by --data.");
        }
    }

    Path path() {
        return path;
    }

    Path spool() {
        return path.resolve("spool");
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void emptySpool() throws IOException {
        Files.createDirectories(spool());
        try (Stream<Path> files = Files.list(spool())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** Gives the directory back to other processes. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
