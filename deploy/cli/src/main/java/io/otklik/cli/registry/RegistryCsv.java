package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.schemas.Community;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads a register of official pages: UTF-8, commas, a header, one page a line. */
public final class RegistryCsv {

    private static final List<String> REQUIRED =
            List.of("communityId", "platform", "name", "agencyId", "agencyName");
    private static final List<String> OPTIONAL =
            List.of(
                    "url",
                    "level",
                    "sphere",
                    "municipality",
                    "region",
                    "timeZone",
                    "officialAuthors",
                    "status");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();

    private final RegistryLine lines;

    /**
     * @param pseudonym gives the pseudonym of a person's plain id
     * @param importedAt becomes {@link Community#updatedAt}
     */
    public RegistryCsv(UnaryOperator<String> pseudonym, Instant importedAt) {
        this.lines = new RegistryLine(pseudonym, importedAt);
    }

    /**
     * Reads a file. A bad line is a problem of its own and stops nothing.
     *
     * @throws CommandException if the file is no such register at all
     */
    public RegistryFile read(Path file) throws IOException {
        String text = decoded(file);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            checkHeader(file, parser.getHeaderNames());
            return read(parser);
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(
                    "The header of %s is wrong: %s.".formatted(file, e.getMessage()));
        } catch (CSVException | UncheckedIOException e) {
            throw CommandException.wrongInput(
                    "%s is no CSV (%s); check its quotes.".formatted(file, e.getMessage()));
        }
    }

    private RegistryFile read(CSVParser parser) {
        List<Community> communities = new ArrayList<>();
        List<RegistryProblem> problems = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        long line = parser.getCurrentLineNumber() + 1;
        for (CSVRecord record : parser) {
            try {
                if (!record.isConsistent()) {
                    throw new RegistryLine.BadLineException(
                            "%d columns where the header has %d; put values with commas in quotes."
                                    .formatted(record.size(), parser.getHeaderNames().size()));
                }
                Community community = lines.read(record);
                Long first = seen.putIfAbsent(community.communityId(), line);
                if (first != null) {
                    throw new RegistryLine.BadLineException(
                            "%s stands already in line %d; leave one of them."
                                    .formatted(community.communityId(), first));
                }
                communities.add(community);
            } catch (RegistryLine.BadLineException e) {
                problems.add(new RegistryProblem(line, e.getMessage()));
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        return new RegistryFile(communities, problems);
    }

    private static void checkHeader(Path file, List<String> names) {
        TreeSet<String> missing = new TreeSet<>(REQUIRED);
        names.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw CommandException.wrongInput(
                    "%s has no column %s; its first line names the columns, separated by commas."
                            .formatted(file, String.join(", ", missing)));
        }
        TreeSet<String> unknown = new TreeSet<>(names);
        unknown.removeAll(REQUIRED);
        unknown.removeAll(OPTIONAL);
        if (!unknown.isEmpty()) {
            throw CommandException.wrongInput(
                    "%s has a column %s that no register has; rename or remove it."
                            .formatted(file, String.join(", ", unknown)));
        }
    }

    private static String decoded(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw CommandException.wrongInput(
                    "%s is not UTF-8; save it as CSV UTF-8.".formatted(file));
        }
    }
}
