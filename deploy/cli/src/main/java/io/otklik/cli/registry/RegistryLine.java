package io.otklik.cli.registry;

import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import io.otklik.schemas.TimeZones;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads one line of a register. */
final class RegistryLine {

    /** Ids of pages: VK numbers them below zero, Telegram's channels begin with -100. */
    private static final Map<Platform, Pattern> PAGES =
            Map.of(
                    Platform.VK, Pattern.compile("vk:-[1-9]\\d*"),
                    Platform.TELEGRAM, Pattern.compile("telegram:-100\\d+"),
                    Platform.OK, Pattern.compile("ok:\\d+"),
                    Platform.MAX, Pattern.compile("max:-?\\d+"));

    private final UnaryOperator<String> pseudonym;
    private final Instant importedAt;

    RegistryLine(UnaryOperator<String> pseudonym, Instant importedAt) {
        this.pseudonym = pseudonym;
        this.importedAt = importedAt;
    }

    /**
     * @throws BadLineException with all that is wrong with the line
     */
    Community read(RegistryRow record) throws BadLineException {
        LineFaults faults = new LineFaults();
        Platform platform = faults.take(() -> platform(required(record, "platform")));
        String id = faults.take(() -> required(record, "communityId"));
        if (platform != null && id != null) {
            faults.take(() -> page(platform, id));
        }
        String url = faults.take(() -> url(optional(record, "url")));
        String name = faults.take(() -> required(record, "name"));
        String agencyId = faults.take(() -> required(record, "agencyId"));
        String agencyName = faults.take(() -> required(record, "agencyName"));
        String timeZone = optional(record, "timeZone");
        ZoneId known = faults.take(() -> zone(timeZone));
        ZoneId zone = known == null ? ZoneOffset.UTC : known;
        Instant from = faults.take(() -> day("validFrom", optional(record, "validFrom"), zone, 0));
        Instant to = faults.take(() -> day("validTo", optional(record, "validTo"), zone, 1));
        if (from != null && to != null && !from.isBefore(to)) {
            faults.take(RegistryLine::endsBeforeItBegins);
        }
        List<OfficialAuthor> authors =
                platform == null
                        ? List.of()
                        : faults.take(
                                () -> authors(platform, zone, optional(record, "officialAuthors")));
        faults.take(() -> count(record, "subscribers"));
        faults.take(() -> count(record, "reachWeek"));
        faults.refuse();
        return new Community(
                id,
                platform,
                url,
                name,
                agencyId,
                agencyName,
                optional(record, "level"),
                optional(record, "sphere"),
                optional(record, "municipality"),
                optional(record, "region"),
                timeZone,
                authors,
                optional(record, "status"),
                importedAt,
                from,
                to);
    }

    private static Void endsBeforeItBegins() throws BadLineException {
        throw new BadLineException("The page ends before it begins: see validFrom, validTo.");
    }

    /** The beginning of a day, or of one some days on; null if there is none. */
    static Instant day(String column, String text, ZoneId zone, int plusDays)
            throws BadLineException {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text).plusDays(plusDays).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new BadLineException(
                    "%s has a day %s; write it like 2026-01-31.".formatted(column, text));
        }
    }

    /** What the line tells of the page's followers; null if nothing, or if nobody knows when. */
    static Audience audience(RegistryRow record, Instant observedAt) throws BadLineException {
        Long subscribers = count(record, "subscribers");
        Long reach = count(record, "reachWeek");
        return observedAt == null || subscribers == null
                ? null
                : new Audience(record.get("communityId"), observedAt, subscribers, reach);
    }

    private static Long count(RegistryRow record, String column) throws BadLineException {
        String text = optional(record, column);
        if (text == null) {
            return null;
        }
        // A spreadsheet writes 15200 as 15 200 or 15200.0.
        String digits = text.replaceAll("[\\s\\u00A0\\u202F]", "").replaceFirst("[.,]0+$", "");
        if (!digits.matches("\\d{1,15}")) {
            throw new BadLineException("%s is %s; it is a whole number.".formatted(column, text));
        }
        return Long.valueOf(digits);
    }

    static Platform platform(String text) throws BadLineException {
        try {
            return Platform.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadLineException(
                    "platform is %s; it is one of %s."
                            .formatted(text, Arrays.toString(Platform.values())));
        }
    }

    private static String page(Platform platform, String id) throws BadLineException {
        if (!PAGES.get(platform).matcher(id).matches()) {
            throw new BadLineException(
                    "communityId is %s; a page of %s is named like %s."
                            .formatted(id, platform, example(platform)));
        }
        return id;
    }

    private static String example(Platform platform) {
        return switch (platform) {
            case VK -> "vk:-143";
            case TELEGRAM -> "telegram:-1001234567890";
            case OK -> "ok:57324943212654";
            case MAX -> "max:-68112233445566";
        };
    }

    private static String url(String text) throws BadLineException {
        if (text == null) {
            return null;
        }
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same sentence.
        }
        throw new BadLineException(
                "url is %s; it begins with https:// or is empty.".formatted(text));
    }

    private static ZoneId zone(String text) throws BadLineException {
        if (text == null) {
            return ZoneOffset.UTC;
        }
        return TimeZones.named(text)
                .orElseThrow(
                        () ->
                                new BadLineException(
                                        "timeZone is %s; it is a name like Europe/Moscow, no offset, or empty."
                                                .formatted(text)));
    }

    private List<OfficialAuthor> authors(Platform platform, ZoneId zone, String text)
            throws BadLineException {
        List<OfficialAuthor> authors = new ArrayList<>();
        if (text != null) {
            for (String one : text.split(";")) {
                if (!one.isBlank()) {
                    authors.add(OfficialAuthorText.read(one.strip(), platform, zone, pseudonym));
                }
            }
        }
        return authors;
    }

    private static String required(RegistryRow record, String column) throws BadLineException {
        String value = optional(record, column);
        if (value == null) {
            throw new BadLineException(column + " is empty.");
        }
        return value;
    }

    private static String optional(RegistryRow record, String column) throws BadLineException {
        return record.get(column);
    }

    /** A line that is no page. */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1L;

        private final List<String> sentences;

        BadLineException(String sentence) {
            this(List.of(sentence));
        }

        BadLineException(List<String> sentences) {
            super(String.join(" ", sentences), null, false, false);
            this.sentences = List.copyOf(sentences);
        }

        /** What is wrong, each in one sentence. */
        List<String> sentences() {
            return sentences;
        }
    }
}
