package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the first sheet of an XLSX file: its first line names the columns. */
final class XlsxTable {

    private XlsxTable() {}

    static RegistryTable read(Path file) throws IOException {
        InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
        try (ReadableWorkbook workbook = new ReadableWorkbook(bytes);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> all = rows.iterator();
            if (!all.hasNext()) {
                return new RegistryTable(List.of(), List.of());
            }
            List<String> columns = columns(file, all.next());
            List<RegistryTable.Line> lines = new ArrayList<>();
            while (all.hasNext()) {
                Row row = all.next();
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), text(row, i));
                }
                if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(new RegistryTable.Line(row.getRowNum(), cells, cells.size()));
                }
            }
            return new RegistryTable(columns, lines);
        } catch (ExcelReaderException | IOException e) {
            // The bytes are in memory: what fails is the form.
            throw CommandException.wrongInput(
                    "%s is no XLSX (%s); save it as XLSX or CSV.".formatted(file, e.getMessage()));
        }
    }

    private static List<String> columns(Path file, Row header) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < header.getCellCount(); i++) {
            columns.add(text(header, i));
        }
        while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
            columns.remove(columns.size() - 1);
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw CommandException.wrongInput(
                    "The header of %s is wrong: a column stands in it twice.".formatted(file));
        }
        return columns;
    }

    private static String text(Row row, int column) {
        String text = row.getCellText(column);
        return text == null ? "" : text.strip();
    }
}
