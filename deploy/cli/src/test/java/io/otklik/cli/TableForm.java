package io.otklik.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How office programs save a table. */
public enum TableForm {
    COMMA("", ',', StandardCharsets.UTF_8),
    EXCEL_UTF_8("\uFEFF", ';', StandardCharsets.UTF_8),
    RUSSIAN_EXCEL("", ';', Charset.forName("windows-1251")),
    TAB("", '\t', StandardCharsets.UTF_8);

    private final String mark;
    private final char delimiter;
    private final Charset charset;

    TableForm(String mark, char delimiter, Charset charset) {
        this.mark = mark;
        this.delimiter = delimiter;
        this.charset = charset;
    }

    /** Writes a table whose cells are separated by {@code ¦} here. */
    public Path write(Path file, String table) throws IOException {
        Files.write(file, (mark + table.replace('¦', delimiter)).getBytes(charset));
        return file;
    }
}
