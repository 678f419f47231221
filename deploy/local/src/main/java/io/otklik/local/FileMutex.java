package io.otklik.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock among the processes of a stack; the system frees it with the process that held it. */
public final class FileMutex implements AutoCloseable {

    private final FileChannel channel;

    private FileMutex(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock. One process holds it at a time; its threads must not compete for it. */
    public static FileMutex acquire(Path file) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock();
            if (!lock.isValid()) {
                throw new IllegalStateException(file + " is not locked");
            }
            return new FileMutex(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
