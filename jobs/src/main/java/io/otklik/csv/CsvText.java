package io.otklik.csv;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The text of a table and what separates its cells: UTF-8, with a byte order mark or without, or
 * Windows-1251, in which a Russian Excel saves CSV; comma, semicolon or tab; packed by gzip or not.
 */
public final class CsvText {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final char MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private CsvText() {}

    /** The decoded text, without a byte order mark. */
    public static String read(Path file) throws IOException {
        try (Reader in = open(file)) {
            StringWriter text = new StringWriter();
            in.transferTo(text);
            return text.toString();
        }
    }

    /** The decoded text for one pass, without a byte order mark. */
    static BufferedReader open(Path file) throws IOException {
        BufferedReader in = reader(file, charset(file));
        in.mark(1);
        if (in.read() != MARK) {
            in.reset();
        }
        return in;
    }

    /**
     * The delimiter that stands most often in the header, outside of quotes; a comma if none does.
     *
     * @param text a table's; its first line that is not blank is the header
     */
    public static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char letter = header.charAt(i);
            quoted ^= letter == '"';
            for (int j = 0; j < counts.length; j++) {
                counts[j] += !quoted && letter == DELIMITERS[j] ? 1 : 0;
            }
        }
        int most = 0;
        for (int j = 1; j < counts.length; j++) {
            most = counts[j] > counts[most] ? j : most;
        }
        return DELIMITERS[most];
    }

    /**
     * The format of a table in which a column without a name, or with the name of another, is a
     * mistake.
     */
    public static CSVFormat strict(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
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

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(bytes(file), charset.newDecoder()));
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
