package io.otklik.language.train;

import io.otklik.csv.CsvTable;
import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled messages as a table with a header: either {@code text} and {@code kind} with, if at
 * hand, {@code id}, {@code post}, {@code group}, {@code topic}, {@code urgency}; or the export of
 * the centres' own incident system ({@link IncidentRow}). Each row is a thread of its own.
 */
final class CsvFile {

    private CsvFile() {}

    /**
     * Reads the rows.
     *
     * @param faults is told each row that is no message
     */
    static List<LabelledThread> read(Path file, LineFaults faults) throws IOException {
        String source = file.getFileName().toString().replaceAll("\\..*$", "");
        try (CSVParser table = CsvTable.open(file)) {
            List<String> columns = table.getHeaderNames();
            boolean incidents = columns.contains(IncidentRow.TEXT);
            if (!incidents && !isLabelled(columns)) {
                throw new IOException(
                        "%s has neither the columns text and kind nor the column «%s»."
                                .formatted(file, IncidentRow.TEXT));
            }
            List<LabelledThread> threads = new ArrayList<>();
            for (CSVRecord row : table) {
                if (incidents && value(row, IncidentRow.TEXT) == null) {
                    continue;
                }
                try {
                    String id = source + "/" + row.getRecordNumber();
                    threads.add(
                            new LabelledThread(
                                    source,
                                    id,
                                    incidents
                                            ? IncidentRow.messages(row, id)
                                            : thread(row, labelled(row, id))));
                } catch (IllegalArgumentException e) {
                    faults.found(
                            "%s, row %d: %s".formatted(file, row.getRecordNumber(), e.getMessage()),
                            e);
                }
            }
            return threads;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether a table has the columns {@code text} and {@code kind}. */
    static boolean isLabelled(Path file) throws IOException {
        try (CSVParser table = CsvTable.open(file)) {
            return isLabelled(table.getHeaderNames());
        }
    }

    private static boolean isLabelled(List<String> columns) {
        return columns.contains("text") && columns.contains("kind");
    }

    private static List<LabelledMessage> thread(CSVRecord row, LabelledMessage message) {
        String post = value(row, "post");
        if (post == null) {
            return List.of(message);
        }
        return List.of(
                new LabelledMessage(
                        message.id() + "/post",
                        null,
                        null,
                        null,
                        AuthorRole.OFFICIAL,
                        true,
                        post,
                        message.at(),
                        null),
                message);
    }

    private static LabelledMessage labelled(CSVRecord row, String id) {
        String urgency = value(row, "urgency");
        String ownId = value(row, "id");
        return message(
                ownId == null ? id : ownId,
                value(row, "text"),
                new Label(
                        Kind.ofLabel(String.valueOf(value(row, "kind"))),
                        value(row, "group"),
                        value(row, "topic"),
                        null,
                        urgency == null
                                ? null
                                : urgency.equals("high") ? Urgency.HIGH : Urgency.NORMAL,
                        null,
                        null));
    }

    private static LabelledMessage message(String id, String text, Label label) {
        return new LabelledMessage(
                id,
                null,
                null,
                null,
                AuthorRole.RESIDENT,
                false,
                text == null ? "" : text,
                null,
                label);
    }

    static String value(CSVRecord row, String column) {
        if (!row.isMapped(column) || !row.isSet(column)) {
            return null;
        }
        String value = row.get(column).strip();
        return value.isEmpty() ? null : value;
    }
}
