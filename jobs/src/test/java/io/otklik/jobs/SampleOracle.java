package io.otklik.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.connectors.platform.MessagePayloadParser;
import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.connectors.platform.TelegramPayloadParser;
import io.otklik.connectors.platform.TelegramThreads;
import io.otklik.connectors.platform.VkPayloadParser;
import io.otklik.jobs.appeals.ToldAtOnce;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Community;
import io.otklik.schemas.Json;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the sample files must give, computed without Kafka, Flink or ClickHouse: all files in
 * memory, one thread after the other, each told at once.
 *
 * <p>It decides as the jobs do: by their parsers, models, rules and course of an appeal. So it
 * holds the way of the data, its order, state, timers and storage, to account, and not what a
 * message is taken for; of that {@code truth.jsonl} tells.
 */
final class SampleOracle {

    private static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

    private final Pseudonymizer pseudonyms =
            new Pseudonymizer("a key for the oracle".getBytes(StandardCharsets.UTF_8));
    private final Map<String, Community> register = new HashMap<>();
    private final Map<String, ThreadLink> links = new HashMap<>();
    private final List<Message> groupComments = new ArrayList<>();
    private final Map<String, List<Message>> threads = new TreeMap<>();
    private final Set<String> messages = new TreeSet<>();
    private int deadLetters;
    private int ignored;

    /**
     * @param appeals that stand or were withdrawn
     * @param unanswered open, and no official has said anything that stands
     * @param reopened open again after an answer that stands
     * @param inWork taken into work, asked back or answered for the time being
     * @param answered on the merits
     * @param responded those with any first answer that stands, whatever their status
     * @param medianResponseMillis of these; of an even number the mean of the middle two
     */
    record Expected(
            int pages,
            int messages,
            int appeals,
            int unanswered,
            int reopened,
            int inWork,
            int answered,
            int withdrawn,
            int responded,
            long medianResponseMillis,
            int deadLetters,
            int ignoredEvents) {}

    static Expected of(Path data) throws IOException {
        SampleOracle oracle = new SampleOracle();
        oracle.readRegister(data.resolve("registry.csv"));
        oracle.read(data.resolve("vk-callback.jsonl"), new VkPayloadParser(oracle.pseudonyms));
        oracle.read(
                data.resolve("telegram-updates.jsonl"),
                new TelegramPayloadParser(oracle.pseudonyms));
        oracle.read(data.resolve("ok-messages.jsonl"), new MessagePayloadParser(oracle.pseudonyms));
        oracle.resolve();
        return oracle.count();
    }

    private void read(Path file, PayloadParser parser) throws IOException {
        for (byte[] line : lines(Files.readAllBytes(file))) {
            parser.parse(line, receivedAt(line), this::take);
        }
    }

    /** Lines by bytes: some of the broken ones are not UTF-8. */
    private static List<byte[]> lines(byte[] file) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                if (at > from) {
                    lines.add(Arrays.copyOfRange(file, from, at));
                }
                from = at + 1;
            }
        }
        return lines;
    }

    private static Instant receivedAt(byte[] line) {
        try {
            JsonNode at = Json.MAPPER.readTree(line).path("receivedAt");
            return at.isTextual() ? Instant.parse(at.asText()) : RECEIVED;
        } catch (IOException e) {
            return RECEIVED;
        }
    }

    private void take(PlatformEvent event) {
        if (event.rejection() != null) {
            if (event.rejection().reason().name().equals("IGNORED_EVENT")) {
                ignored++;
            } else {
                deadLetters++;
            }
        } else if (event.threadLink() != null) {
            links.put(event.threadLink().groupThreadId(), event.threadLink());
        } else if (event.message() == null) {
            return;
        } else if (event.message().platform() == Platform.TELEGRAM
                && event.message().type() == MessageType.COMMENT) {
            groupComments.add(event.message());
        } else {
            take(event.message());
        }
    }

    private void resolve() {
        for (Message comment : groupComments) {
            ThreadLink link = links.get(comment.threadId());
            if (link == null) {
                deadLetters++;
            } else {
                take(TelegramThreads.resolve(comment, link));
            }
        }
    }

    private void take(Message message) {
        messages.add(message.messageId());
        threads.computeIfAbsent(message.threadId(), id -> new ArrayList<>()).add(message);
    }

    private Expected count() {
        Map<AppealStatus, Integer> byStatus = new EnumMap<>(AppealStatus.class);
        List<Long> responses = new ArrayList<>();
        int reopened = 0;
        for (List<Message> thread : threads.values()) {
            Community page = register.get(thread.get(0).communityId());
            for (ToldAtOnce.Standing appeal : ToldAtOnce.appeals(thread, page).values()) {
                byStatus.merge(appeal.status(), 1, Integer::sum);
                if (appeal.responseMillis() != null) {
                    responses.add(appeal.responseMillis());
                    reopened += appeal.status() == AppealStatus.OPEN ? 1 : 0;
                }
            }
        }
        int answered = byStatus.getOrDefault(AppealStatus.ANSWERED, 0);
        int withdrawn = byStatus.getOrDefault(AppealStatus.WITHDRAWN, 0);
        int open = byStatus.getOrDefault(AppealStatus.OPEN, 0);
        int all = byStatus.values().stream().mapToInt(Integer::intValue).sum();
        responses.sort(null);
        int middle = responses.size() / 2;
        long median =
                responses.size() % 2 == 1
                        ? responses.get(middle)
                        : (responses.get(middle - 1) + responses.get(middle)) / 2;
        return new Expected(
                register.size(),
                messages.size(),
                all,
                open - reopened,
                reopened,
                all - open - answered - withdrawn,
                answered,
                withdrawn,
                responses.size(),
                median,
                deadLetters,
                ignored);
    }

    private void readRegister(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                Community page =
                        new Community(
                                row.get("communityId"),
                                Platform.valueOf(row.get("platform")),
                                null,
                                row.get("name"),
                                row.get("agencyId"),
                                row.get("agencyName"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                officials(row.get("officialAuthors"), row.get("timeZone")),
                                null,
                                RECEIVED);
                register.put(page.communityId(), page);
            }
        }
    }

    private List<OfficialAuthor> officials(String cell, String zone) {
        List<OfficialAuthor> officials = new ArrayList<>();
        for (String one : cell.isEmpty() ? new String[0] : cell.split(";")) {
            String[] parts = one.split("@", 2);
            String[] validity = parts.length == 1 ? new String[] {"", ""} : parts[1].split("/", -1);
            officials.add(
                    new OfficialAuthor(
                            pseudonyms.pseudonym(parts[0]),
                            day(validity[0], zone),
                            day(validity[1], zone)));
        }
        return officials;
    }

    private static Instant day(String date, String zone) {
        return date.isEmpty()
                ? null
                : LocalDate.parse(date).atStartOfDay(ZoneId.of(zone)).toInstant();
    }
}
