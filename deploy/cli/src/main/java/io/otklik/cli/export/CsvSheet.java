package io.otklik.cli.export;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV as RFC 4180 has it, UTF-8. A text that a spreadsheet would take for a formula is preceded by
 * an apostrophe: residents write the texts.
 */
public final class CsvSheet implements Sheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    /**
     * @param mark whether the file begins with a byte order mark, by which Excel knows UTF-8
     */
    public CsvSheet(OutputStream out, boolean mark) throws IOException {
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (mark) {
            writer.write(BYTE_ORDER_MARK);
        }
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void row(Iterable<String> cells) throws IOException {
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
            safe.add(formula ? '\'' + cell : cell);
        }
        printer.printRecord(safe);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
