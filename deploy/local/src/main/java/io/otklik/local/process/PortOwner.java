package io.otklik.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells which process listens on a port, as far as {@code /proc} lets this user see. */
public final class PortOwner {

    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** Who has the port: {@code process 123 (java)}, or {@code another process}. */
    public static String describe(int port) {
        return find(port)
                .map(pid -> "process %d (%s)".formatted(pid, name(pid)))
                .orElse("another process");
    }

    /** Number of the process that listens on the port. */
    public static Optional<Long> find(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listeningSockets(Path.of(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (hasSocket(process, sockets)) {
                    return Optional.of(Long.valueOf(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Set<String> listeningSockets(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        String suffix = ":%04X".formatted(port);
        try {
            for (String line : Files.readAllLines(table)) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE
                        && fields[STATE].equals(LISTEN)
                        && fields[ADDRESS].toUpperCase(Locale.ROOT).endsWith(suffix)) {
                    sockets.add("socket:[" + fields[INODE] + "]");
                }
            }
        } catch (IOException e) {
            // Not Linux: nobody can be named.
        }
        return sockets;
    }

    private static boolean hasSocket(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                try {
                    if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                        return true;
                    }
                } catch (IOException e) {
                    // Closed meanwhile.
                }
            }
        } catch (IOException e) {
            // Another user's process, or one that just ended.
        }
        return false;
    }

    private static String name(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip();
        } catch (IOException e) {
            return "ended meanwhile";
        }
    }
}
