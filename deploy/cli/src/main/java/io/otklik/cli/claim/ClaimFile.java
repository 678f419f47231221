package io.otklik.cli.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.csv.CsvText;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Rating;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads claims: CSV with a header, or JSON, a list of {@link Claim} records. Lists inside a CSV
 * cell are separated by {@code |}; a time is an instant, or a date, which begins at midnight UTC.
 */
public final class ClaimFile {

    private static final List<String> COLUMNS =
            List.of(
                    "claimId",
                    "text",
                    "variants",
                    "claimDate",
                    "author",
                    "location",
                    "firstAppearance",
                    "appearances",
                    "sources",
                    "rating",
                    "ratedAt",
                    "ratedBy",
                    "ratingReason",
                    "reviewUrl",
                    "refutedAt");

    private final Instant importedAt;
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * @param importedAt becomes {@link Claim#updatedAt}, and the time of a rating without one
     */
    public ClaimFile(Instant importedAt) {
        this.importedAt = importedAt;
    }

    /**
     * Reads a file's text without a byte order mark: JSON if it begins with a bracket, else CSV.
     */
    public ReadClaims read(String text) {
        if (text.stripLeading().startsWith("[")) {
            readJson(text);
        } else {
            readCsv(text);
        }
        return new ReadClaims(claims, problems);
    }

    private void readJson(String text) {
        JsonNode list;
        try {
            list = Json.MAPPER.readTree(text);
        } catch (IOException e) {
            problems.add("1: This is no JSON: " + Json.malformed(e).getMessage());
            return;
        }
        JsonCodec<Claim> codec = JsonCodec.of(Claim.class);
        for (int i = 0; i < list.size(); i++) {
            String place = "claim " + (i + 1);
            if (!(list.get(i) instanceof ObjectNode claim)) {
                problems.add(place + ": A claim is an object.");
                continue;
            }
            claim.put("updatedAt", importedAt.toString());
            try {
                add(place, rated(codec.decode(Json.MAPPER.writeValueAsBytes(claim))));
            } catch (MalformedPayloadException | IOException e) {
                problems.add(place + ": " + e.getMessage());
            }
        }
    }

    private void readCsv(String text) {
        try (CSVParser table =
                CsvText.strict(CsvText.delimiter(text)).parse(new StringReader(text))) {
            checkHeader(table.getHeaderNames());
            if (!problems.isEmpty()) {
                return;
            }
            for (CSVRecord row : table) {
                String place = Long.toString(table.getCurrentLineNumber());
                try {
                    add(place, rated(claim(row)));
                } catch (IllegalArgumentException e) {
                    problems.add(place + ": " + e.getMessage() + ".");
                }
            }
        } catch (UncheckedIOException | IOException e) {
            String why =
                    e.getCause() instanceof CSVException
                            ? e.getCause().getMessage()
                            : e.getMessage();
            problems.add("1: This is no CSV: " + why);
        }
    }

    private void checkHeader(List<String> header) {
        List<String> unknown = header.stream().filter(column -> !COLUMNS.contains(column)).toList();
        List<String> missing =
                Stream.of("claimId", "text").filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            problems.add("1: Missing: column %s.".formatted(String.join(", ", missing)));
        }
        if (!unknown.isEmpty()) {
            problems.add(
                    "1: Unknown: column %s; known are %s."
                            .formatted(String.join(", ", unknown), String.join(", ", COLUMNS)));
        }
    }

    private Claim claim(CSVRecord row) {
        return new Claim(
                value(row, "claimId"),
                value(row, "text"),
                list(row, "variants"),
                time(row, "claimDate"),
                value(row, "author"),
                value(row, "location"),
                value(row, "firstAppearance"),
                list(row, "appearances"),
                list(row, "sources"),
                rating(row),
                time(row, "ratedAt"),
                value(row, "ratedBy"),
                value(row, "ratingReason"),
                value(row, "reviewUrl"),
                time(row, "refutedAt"),
                null,
                importedAt);
    }

    private void add(String place, Claim claim) {
        if (!ids.add(claim.claimId())) {
            problems.add(place + ": The claim " + claim.claimId() + " stands twice.");
        } else {
            claims.add(claim);
        }
    }

    /** A rating without a time counts from the refutation, or from the import. */
    private Claim rated(Claim claim) {
        if (claim.rating() == null || claim.ratedAt() != null) {
            return claim;
        }
        return new ClaimEdit(claim)
                .rated(
                        claim.rating(),
                        claim.refutedAt() == null ? importedAt : claim.refutedAt(),
                        claim.ratedBy(),
                        claim.ratingReason(),
                        importedAt);
    }

    private static Rating rating(CSVRecord row) {
        String written = value(row, "rating");
        if (written == null) {
            return null;
        }
        try {
            return Rating.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "rating is %s; it is one of %s"
                            .formatted(written, Arrays.toString(Rating.values())),
                    e);
        }
    }

    private static Instant time(CSVRecord row, String column) {
        String written = value(row, column);
        if (written == null) {
            return null;
        }
        try {
            return written.length() == 10
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s is %s; write 2026-10-05 or 2026-10-05T06:00:00Z".formatted(column, written),
                    e);
        }
    }

    private static List<String> list(CSVRecord row, String column) {
        String written = value(row, column);
        return written == null
                ? List.of()
                : Arrays.stream(written.split("\\|"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    private static String value(CSVRecord row, String column) {
        if (!row.isMapped(column) || !row.isSet(column) || row.get(column).isEmpty()) {
            return null;
        }
        return row.get(column);
    }
}
