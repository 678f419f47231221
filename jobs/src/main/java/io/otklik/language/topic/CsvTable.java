package io.otklik.language.topic;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Opens tables as office programs write them: with a header; comma, semicolon or tab; UTF-8, with a
 * byte order mark or without, or Windows-1251; packed by gzip or not.
 */
public final class CsvTable {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final char MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private CsvTable() {}

    /**
     * The rows under the header.
     *
     * @throws IOException if the file is empty or cannot be read; the message names it
     */
    public static CSVParser open(Path file) throws IOException {
        Charset charset = charset(file);
        String header;
        try (BufferedReader lines = reader(file, charset)) {
            header = lines.readLine();
        }
        if (header == null) {
            throw new IOException(file + " is empty.");
        }
        BufferedReader in = reader(file, charset);
        if (header.indexOf(MARK) == 0) {
            in.read();
        }
        try {
            return CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(header))
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

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(bytes(file), charset.newDecoder()));
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    /** Russian text in Windows-1251 is hardly ever valid UTF-8. */
    private static Charset charset(Path file) throws IOException {
        try (Reader in = reader(file, StandardCharsets.UTF_8)) {
            in.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    private static char delimiter(String header) {
        char most = DELIMITERS[0];
        for (char delimiter : DELIMITERS) {
            most = count(header, delimiter) > count(header, most) ? delimiter : most;
        }
        return most;
    }

    private static long count(String header, char delimiter) {
        return header.chars().filter(character -> character == delimiter).count();
    }
}
