package io.otklik.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a job left behind. */
public final class Checkpoints {

    private static final String METADATA = "_metadata";

    private Checkpoints() {}

    /**
     * The complete checkpoints of a job, newest first.
     *
     * <p>Every run of the job has a folder of its own there, {@code <job id>/chk-<n>}; a checkpoint
     * is complete once it has its {@code _metadata}, which Flink writes last and at once.
     *
     * @param folder the job's checkpoint folder; need not exist
     */
    public static List<Path> complete(Path folder) throws IOException {
        return complete(folder, Instant.EPOCH);
    }

    /** Those that were completed at an instant or later. */
    static List<Path> complete(Path folder, Instant since) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 3, (path, file) -> isMetadata(path))) {
            return files.filter(file -> modified(file) >= since.toEpochMilli())
                    .sorted(Comparator.comparing(Checkpoints::modified).reversed())
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static boolean isMetadata(Path path) {
        return path.getFileName().toString().equals(METADATA)
                && path.getParent().getFileName().toString().startsWith("chk-");
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            // Flink deleted the older checkpoint meanwhile.
            return Long.MIN_VALUE;
        }
    }
}
