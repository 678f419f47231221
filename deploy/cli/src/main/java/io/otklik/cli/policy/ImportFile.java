package io.otklik.cli.policy;

import io.otklik.cli.CommandException;

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
        if (!Files.isRegularFile(file)) {
            throw CommandException.wrongInput(
                    "There is no file %s.".formatted(file.toAbsolutePath()));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandException.wrongInput("%s is not UTF-8.".formatted(file));
        }
    }
}
