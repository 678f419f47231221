package io.otklik.cli.export;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;

/** XLSX, every cell a text; rows leave the memory by the thousand. */
final class XlsxSheet implements Sheet {

    /** With the header; what the format allows. */
    static final int MOST_ROWS = 1_048_576;

    private static final int FLUSH_EVERY = 1_000;

    /** What the format allows in one cell. */
    private static final int MOST_CHARACTERS = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxSheet(OutputStream out, String name) {
        workbook = new Workbook(out, "Otklik", "1.0");
        sheet = workbook.newWorksheet(name);
    }

    @Override
    public void row(Iterable<String> cells) throws IOException {
        if (row == MOST_ROWS) {
            throw new IOException(
                    "На листе XLSX помещается строк: %d; выгрузите меньше дней или CSV."
                            .formatted(row));
        }
        int column = 0;
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                sheet.value(row, column, printable(cell));
            }
            column++;
        }
        if (++row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /** XML has no control characters, nor does a cell hold more than so much. */
    private static String printable(String cell) {
        String clean = cell.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return clean.length() <= MOST_CHARACTERS ? clean : clean.substring(0, MOST_CHARACTERS);
    }
}
