package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV: UTF-8, a header, one page a line. */
public final class CsvTable {

    private CsvTable() {}

    public static RegistryTable read(Path file, char delimiter) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setHeader()
                        .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(decoded(file)), format)) {
            List<RegistryTable.Line> lines = new ArrayList<>();
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                lines.add(
                        new RegistryTable.Line(
                                line,
                                record.isConsistent() ? record.toMap() : null,
                                record.size()));
                line = parser.getCurrentLineNumber() + 1;
            }
            return new RegistryTable(parser.getHeaderNames(), lines);
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(
                    "The header of %s is wrong: %s.".formatted(file, e.getMessage()));
        } catch (CSVException | UncheckedIOException e) {
            throw CommandException.wrongInput(
                    "%s is no CSV (%s); check its quotes.".formatted(file, e.getMessage()));
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
