package io.otklik.cli;

import io.otklik.cli.export.IncidentExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Exports appeals in the columns of the regions' incident system. */
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        header = "Write appeals in the columns of the incident system.",
        description =
                "Write appeals in the columns of the regions' incident system: CSV, or "
                        + "XLSX by the file's name. Rows are written as they come, however many; "
                        + "XLSX holds 1,048,575.",
        footer = {
            "",
            "Examples:",
            "  otklik export incidents --from 2026-10-01 --to 2026-11-01 --out october.csv",
            "  otklik export incidents --bom --out all.csv          a file that Excel opens",
            "  otklik export incidents --from 2026-10-01 --out october.xlsx",
            "  otklik export incidents | head"
        })
final class ExportIncidentsCommand implements Callable<Integer> {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Published from then on, such as 2026-10-05 or 2026-10-05T06:00:00+03:00.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Published before then.")
    private String to;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file, .csv or .xlsx (default: CSV to standard output).")
    private Path file;

    @Option(names = "--bom", description = "Begin CSV with a byte order mark, for Excel.")
    private boolean bom;

    @Override
    public Integer call() throws IOException {
        IncidentExport.Format format = format();
        Instant since = from == null ? FIRST : TimeText.parse("--from", from);
        Instant until = to == null ? LAST : TimeText.parse("--to", to);
        if (!since.isBefore(until)) {
            throw CommandException.wrongInput("--from должно быть раньше --to.");
        }
        Sql sql =
                new Sql(new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password()));
        var err = spec.commandLine().getErr();
        IncidentExport export =
                new IncidentExport(
                        sql,
                        rows -> {
                            if (file != null && TerminalProgress.isTerminal()) {
                                err.printf("\r%,d", rows);
                                err.flush();
                            }
                        });
        if (file == null) {
            export.write(new Unclosed(System.out), format, since, until);
            return 0;
        }
        long rows = writeWhole(export, format, since, until);
        spec.commandLine().getOut().printf("Обращений: %d — %s%n", rows, file);
        return 0;
    }

    /** Writes beside the file first: what bears its name is whole. */
    private long writeWhole(
            IncidentExport export, IncidentExport.Format format, Instant since, Instant until)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw CommandException.wrongInput("Папки %s нет.".formatted(folder));
        }
        Path part = folder.resolve(file.getFileName() + ".part");
        long rows;
        try (OutputStream out = Files.newOutputStream(part)) {
            rows = export.write(out, format, since, until);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    private IncidentExport.Format format() {
        boolean xlsx =
                file != null
                        && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        if (xlsx && bom) {
            throw CommandException.wrongInput("--bom — для CSV; XLSX и без него откроется.");
        }
        if (xlsx) {
            return IncidentExport.Format.XLSX;
        }
        return bom ? IncidentExport.Format.CSV_BOM : IncidentExport.Format.CSV;
    }

    /** Standard output stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
