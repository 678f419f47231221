package io.otklik.cli.policy;

import io.otklik.cli.CommandException;
import io.otklik.csv.CsvText;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that a user names. */
public final class ImportFile {

    private ImportFile() {}

    /**
     * @throws CommandException if there is no such file, or it is no UTF-8
     */
    public static String read(Path file) throws IOException {
        try {
            return Files.readString(present(file));
        } catch (CharacterCodingException e) {
            throw CommandException.wrongInput("%s is not UTF-8.".formatted(file));
        }
    }

    /**
     * Reads a table as office programs save it ({@link CsvText}).
     *
     * @throws CommandException if there is no such file, or its letters are of no known encoding
     */
    public static String readTable(Path file) throws IOException {
        try {
            return CsvText.read(present(file));
        } catch (CharacterCodingException e) {
            throw CommandException.wrongInput(
                    "%s is neither UTF-8 nor Windows-1251; save it as CSV.".formatted(file));
        }
    }

    /**
     * The file, if it is one.
     *
     * @throws CommandException if there is none of that name, or a folder
     */
    public static Path present(Path file) {
        if (Files.isDirectory(file)) {
            throw CommandException.wrongInput(
                    "%s is a folder; name a file in it.".formatted(file.toAbsolutePath()));
        }
        if (!Files.isRegularFile(file)) {
            throw CommandException.wrongInput(
                    "There is no file %s.".formatted(file.toAbsolutePath()));
        }
        return file;
    }
}
