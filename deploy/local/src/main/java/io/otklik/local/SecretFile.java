package io.otklik.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A secret that the stack makes for itself, such as the key of the pseudonyms: a file that only its
 * owner reads.
 */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** Writes a random key, 64 hexadecimal digits, unless the file is there. */
    static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent(), permissions("rwx------"));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, permissions("rw-------"));
        Files.writeString(
                next, HexFormat.of().formatHex(key) + '\n', StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(next, file);
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
