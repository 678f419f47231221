package io.otklik.jobs.scenarios;

import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.schemas.Community;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.files.PolicyYaml;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** One folder of {@code deploy/samples/scenarios}. */
record Scenario(Path folder) {

    private static final Path ALL =
            Path.of(System.getProperty("otklik.home"), "deploy", "samples", "scenarios");
    private static final Instant IMPORTED = Instant.parse("2026-01-01T00:00:00Z");

    /** Every scenario, by number. */
    static List<Scenario> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d.*"))
                    .sorted()
                    .map(Scenario::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statement whose answer a file with expected rows holds. */
    String sql(Path expected) {
        String kind = expected.getFileName().toString().replace(".tsv", ".sql");
        return read(ALL.resolve("rows").resolve(kind))
                .replace("{page}", register().get(0).communityId());
    }

    /** Files with expected rows, one a kind. */
    List<Path> expected() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> messages() {
        return read(folder.resolve("messages.jsonl")).lines().toList();
    }

    List<SlaPolicy> policies() {
        return PolicyYaml.read(read(folder.resolve("policy.yaml")), IMPORTED).orThrow(toString());
    }

    /** What {@code otklik registry import} makes of the register. */
    List<Community> register() {
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(Files.newBufferedReader(folder.resolve("registry.csv")))
                    .stream()
                    .map(Scenario::page)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Community page(CSVRecord row) {
        ZoneId zone = ZoneId.of(row.get("timeZone"));
        return new Community(
                row.get("communityId"),
                Platform.valueOf(row.get("platform")),
                row.get("url"),
                row.get("name"),
                row.get("agencyId"),
                row.get("agencyName"),
                row.get("level"),
                row.get("sphere"),
                row.get("municipality"),
                row.get("region"),
                zone.getId(),
                Stream.of(row.get("officialAuthors").split(";"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> official(text, zone))
                        .toList(),
                row.get("status"),
                IMPORTED);
    }

    /** {@code vk:1@2026-06-01/}: an account and its first day. */
    private static OfficialAuthor official(String text, ZoneId zone) {
        String[] parts = text.split("[@/]");
        return new OfficialAuthor(
                Pseudonymizer.fromEnvironment(System.getenv()).pseudonym(parts[0]),
                LocalDate.parse(parts[1]).atStartOfDay(zone).toInstant(),
                null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
