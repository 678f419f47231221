package io.otklik.jobs.scenarios;

import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Rating;
import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.files.PolicyYaml;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What one step of a scenario feeds, each file if it is there, and the rows that it leads to. */
record ScenarioStep(Path folder) {

    private static final Instant IMPORTED = Instant.parse("2026-01-01T00:00:00Z");

    /** Files with expected rows, one a kind. */
    List<Path> expected() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> messages() {
        Path file = folder.resolve("messages.jsonl");
        return Files.exists(file) ? read(file).lines().toList() : List.of();
    }

    List<String> audience() {
        Path file = folder.resolve("audience.jsonl.gz");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SlaPolicy> policies() {
        Path file = folder.resolve("policy.yaml");
        return Files.exists(file)
                ? PolicyYaml.read(read(file), IMPORTED).orThrow(folder.toString())
                : List.of();
    }

    /** What {@code otklik registry import} makes of the register. */
    List<Community> register() {
        return rows("registry.csv").stream().map(ScenarioStep::page).toList();
    }

    /** What {@code otklik claims import} makes of the claims. */
    List<Claim> claims() {
        return rows("claims.csv").stream().map(ScenarioStep::claim).toList();
    }

    private List<CSVRecord> rows(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Community page(CSVRecord row) {
        ZoneId zone = ZoneId.of(row.get("timeZone"));
        return new Community(
                row.get("communityId"),
                Platform.valueOf(row.get("platform")),
                text(row, "url"),
                row.get("name"),
                row.get("agencyId"),
                row.get("agencyName"),
                text(row, "level"),
                text(row, "sphere"),
                text(row, "municipality"),
                row.get("region"),
                zone.getId(),
                officials(text(row, "officialAuthors"), zone),
                text(row, "status"),
                IMPORTED);
    }

    private static Claim claim(CSVRecord row) {
        String rating = text(row, "rating");
        Instant ratedAt =
                rating == null
                        ? null
                        : LocalDate.parse(row.get("ratedAt"))
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
        return new Claim(
                row.get("claimId"),
                row.get("text"),
                List.of(),
                null,
                null,
                text(row, "location"),
                null,
                List.of(),
                List.of(),
                rating == null ? null : Rating.valueOf(rating),
                ratedAt,
                text(row, "ratedBy"),
                text(row, "ratingReason"),
                null,
                null,
                null,
                ratedAt == null ? IMPORTED : ratedAt);
    }

    /** Null where the column is missing or empty. */
    private static String text(CSVRecord row, String column) {
        String text = row.isMapped(column) ? row.get(column) : "";
        return text.isEmpty() ? null : text;
    }

    private static List<OfficialAuthor> officials(String texts, ZoneId zone) {
        return texts == null
                ? List.of()
                : Stream.of(texts.split(";")).map(text -> official(text, zone)).toList();
    }

    /** {@code vk:1@2026-06-01/}: an account and its first day. */
    private static OfficialAuthor official(String text, ZoneId zone) {
        String[] parts = text.split("[@/]");
        return new OfficialAuthor(
                Pseudonymizer.fromEnvironment(System.getenv()).pseudonym(parts[0]),
                LocalDate.parse(parts[1]).atStartOfDay(zone).toInstant(),
                null);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getParent().getFileName() + "/" + folder.getFileName();
    }
}
