package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled messages as a table with a header: either {@code text} and {@code kind} with, if at
 * hand, {@code id}, {@code post}, {@code group}, {@code topic}, {@code urgency}; or the export of
 * the centres' own incident system, in which every row is an appeal that was taken on. Comma or
 * semicolon; each row is a thread of its own.
 */
final class CsvFile {

    private static final String INCIDENT_TEXT = "Текст инцидента";
    private static final DateTimeFormatter RUSSIAN_TIME =
            DateTimeFormatter.ofPattern("d.MM.yyyy H:mm[:ss]");

    private CsvFile() {}

    static List<LabelledThread> read(Path file) throws IOException {
        String source = file.getFileName().toString().replaceAll("\\..*$", "");
        try (CSVParser table = parser(file)) {
            List<String> columns = table.getHeaderNames();
            boolean incidents = columns.contains(INCIDENT_TEXT);
            if (!incidents && !(columns.contains("text") && columns.contains("kind"))) {
                throw new IOException(
                        "%s has neither the columns text and kind nor the column «%s»."
                                .formatted(file, INCIDENT_TEXT));
            }
            List<LabelledThread> threads = new ArrayList<>();
            for (CSVRecord row : table) {
                try {
                    String id = source + "/" + row.getRecordNumber();
                    LabelledMessage message = incidents ? incident(row, id) : labelled(row, id);
                    threads.add(new LabelledThread(source, id, thread(row, message)));
                } catch (IllegalArgumentException e) {
                    throw new IOException(
                            "%s, row %d: %s".formatted(file, row.getRecordNumber(), e.getMessage()),
                            e);
                }
            }
            return threads;
        }
    }

    private static CSVParser parser(Path file) throws IOException {
        String header;
        try (var lines = Files.newBufferedReader(file)) {
            header = lines.readLine();
        }
        if (header == null) {
            throw new IOException(file + " is empty.");
        }
        char delimiter = header.indexOf(';') >= 0 ? ';' : ',';
        Reader in = Files.newBufferedReader(file);
        if (header.startsWith("\uFEFF")) {
            in.read();
        }
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(in);
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
                null,
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

    private static LabelledMessage incident(CSVRecord row, String id) {
        String ownId = value(row, "ID");
        return message(
                ownId == null ? id : ownId,
                value(row, INCIDENT_TEXT),
                time(value(row, "Дата создания")),
                new Label(
                        Kind.APPEAL,
                        value(row, "Группа тем"),
                        value(row, "Тема"),
                        value(row, "Улица") != null || value(row, "Объект") != null,
                        null,
                        null,
                        null));
    }

    private static LabelledMessage message(String id, String text, LocalDateTime at, Label label) {
        return new LabelledMessage(
                id,
                null,
                null,
                null,
                AuthorRole.RESIDENT,
                false,
                text == null ? "" : text,
                at,
                label);
    }

    private static LocalDateTime time(String written) {
        if (written == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(written, RUSSIAN_TIME);
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(written.replace(' ', 'T'));
            } catch (DateTimeException unknown) {
                throw new IllegalArgumentException("«" + written + "» is no time.", unknown);
            }
        }
    }

    private static String value(CSVRecord row, String column) {
        if (!row.isMapped(column) || !row.isSet(column)) {
            return null;
        }
        String value = row.get(column).strip();
        return value.isEmpty() ? null : value;
    }
}
