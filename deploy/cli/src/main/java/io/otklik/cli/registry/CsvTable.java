package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.cli.policy.ImportFile;
import io.otklik.csv.CsvText;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV of every form that {@link CsvText} knows: a header, one page a line. */
public final class CsvTable {

    private CsvTable() {}

    /** Reads a table whose delimiter its header shows. */
    public static RegistryTable read(Path file) throws IOException {
        return read(file, null);
    }

    /**
     * Reads a table.
     *
     * @param delimiter null: the header shows it
     */
    static RegistryTable read(Path file, Character delimiter) throws IOException {
        String text = ImportFile.readTable(file);
        CSVFormat format = CsvText.strict(delimiter == null ? CsvText.delimiter(text) : delimiter);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
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
}
