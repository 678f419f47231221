package io.otklik.cli.export;

import io.otklik.cli.Sql;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.LongConsumer;

/** Writes the appeals of a period as they come from ClickHouse: no export fills the memory. */
public final class IncidentExport {

    private static final int TELL_EVERY = 1_000;

    /** How the file is written. */
    public enum Format {
        CSV,
        /** With a byte order mark, by which Excel knows UTF-8. */
        CSV_BOM,
        XLSX
    }

    private final Sql sql;
    private final LongConsumer progress;

    /**
     * @param progress is told how many rows are written, now and then
     */
    public IncidentExport(Sql sql, LongConsumer progress) {
        this.sql = sql;
        this.progress = progress;
    }

    /**
     * Writes the appeals that were published from one time on and before another.
     *
     * @return how many
     */
    public long write(OutputStream out, Format format, Instant from, Instant to)
            throws IOException {
        long count = 0;
        try (Sheet sheet = sheet(out, format);
                Sql.Rows<Incident> incidents =
                        sql.rows(Incident.class, Incident.select(from, to))) {
            sheet.row(IncidentRow.COLUMNS);
            for (Incident next = incidents.next(); next != null; next = incidents.next()) {
                sheet.row(IncidentRow.cells(next));
                if (++count % TELL_EVERY == 0) {
                    progress.accept(count);
                }
            }
        }
        return count;
    }

    private static Sheet sheet(OutputStream out, Format format) throws IOException {
        return switch (format) {
            case CSV -> new CsvSheet(out, false);
            case CSV_BOM -> new CsvSheet(out, true);
            case XLSX -> new XlsxSheet(out, "Инциденты");
        };
    }
}
