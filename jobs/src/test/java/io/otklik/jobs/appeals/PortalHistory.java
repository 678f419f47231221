package io.otklik.jobs.appeals;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The history of a city's portal as messages under pages: a page a district, a post a day, an
 * appeal a comment under the post of its day, an answer a reply of the page. Times are the
 * portal's, read as UTC; texts are labels, for what is tested is time.
 */
final class PortalHistory {

    private final Map<String, String> pages = new TreeMap<>();
    private final Map<String, Message> appeals = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();

    /** Reads the two files. */
    static PortalHistory read(Path appeals, Path events) throws IOException {
        PortalHistory history = new PortalHistory();
        try (CSVParser rows = parse(appeals)) {
            rows.forEach(history::appeal);
        }
        try (CSVParser rows = parse(events)) {
            rows.forEach(history::event);
        }
        history.messages.sort(Comparator.comparing(Message::publishedAt));
        return history;
    }

    /** The page of each district, under its name. */
    List<Community> register() {
        return pages.entrySet().stream()
                .map(
                        page ->
                                new Community(
                                        page.getValue(),
                                        Platform.VK,
                                        null,
                                        page.getKey(),
                                        page.getValue(),
                                        page.getKey(),
                                        null,
                                        null,
                                        page.getKey(),
                                        null,
                                        "UTC",
                                        List.of(),
                                        null,
                                        Instant.EPOCH))
                .toList();
    }

    /** Every message in time order. */
    List<Message> messages() {
        return messages;
    }

    /** The portal's number of an appeal. */
    static String number(String appealId) {
        return appealId.substring(appealId.lastIndexOf('_') + 1);
    }

    private void appeal(CSVRecord row) {
        String page = pages.computeIfAbsent(row.get("district"), d -> "vk:-" + (pages.size() + 1));
        Instant at = time(row.get("created_dt"));
        String thread = page + '_' + at.getEpochSecond() / 86_400;
        Message appeal =
                message(
                        thread + '_' + row.get("id"),
                        page,
                        thread,
                        thread,
                        "resident-" + row.get("id"),
                        AuthorKind.PERSON,
                        "appeal",
                        at);
        appeals.put(row.get("id"), appeal);
        messages.add(appeal);
    }

    private void event(CSVRecord row) {
        Message appeal = appeals.get(row.get("problem_id"));
        if (appeal == null || !row.get("event").equals("answer")) {
            return;
        }
        messages.add(
                message(
                        appeal.threadId() + "_9" + messages.size(),
                        appeal.communityId(),
                        appeal.threadId(),
                        appeal.messageId(),
                        appeal.communityId(),
                        AuthorKind.COMMUNITY,
                        "final " + row.get("problem_id"),
                        time(row.get("dt"))));
    }

    private static Message message(
            String id,
            String page,
            String thread,
            String parent,
            String author,
            AuthorKind kind,
            String text,
            Instant at) {
        return new Message(
                id,
                Platform.VK,
                MessageType.COMMENT,
                page,
                thread,
                parent,
                null,
                author,
                kind,
                text,
                List.of(),
                null,
                at,
                null,
                at,
                Change.CREATED);
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    private static CSVParser parse(Path file) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8));
    }
}
