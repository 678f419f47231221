package io.otklik.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Merges files by time; within a file the order of its lines stays, whatever their times. */
final class MergedFiles implements Closeable {

    private final List<DatedPayloads> files;
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(Head::order).thenComparing(Head::file));

    MergedFiles(List<DatedPayloads> files) throws IOException {
        this.files = List.copyOf(files);
        for (int file = 0; file < files.size(); file++) {
            advance(file, Instant.MIN);
        }
    }

    /** The next payload of all files; null at the end. */
    Payload next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.file(), head.order());
        return head.payload();
    }

    private void advance(int file, Instant reached) throws IOException {
        Payload payload = files.get(file).next();
        if (payload != null) {
            Instant order = payload.time().isBefore(reached) ? reached : payload.time();
            heads.add(new Head(payload, order, file));
        }
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (DatedPayloads file : files) {
            try {
                file.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /**
     * @param order the latest time that its file has reached
     */
    private record Head(Payload payload, Instant order, int file) {}
}
