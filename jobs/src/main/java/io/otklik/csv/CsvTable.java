package io.otklik.csv;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Opens tables with a header, of every form that {@link CsvText} knows. */
public final class CsvTable {

    private CsvTable() {}

    /**
     * The rows under the header, read as they are asked for.
     *
     * @throws IOException if the file is empty or cannot be read; the message names it
     */
    public static CSVParser open(Path file) throws IOException {
        String header;
        try (BufferedReader lines = CsvText.open(file)) {
            header =
                    lines.lines()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElseThrow(() -> new IOException(file + " is empty."));
        }
        BufferedReader in = CsvText.open(file);
        try {
            return CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(CsvText.delimiter(header))
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setAllowMissingColumnNames(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                    .get()
                    .parse(in);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
