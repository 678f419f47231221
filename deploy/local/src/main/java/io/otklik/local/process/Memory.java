package io.otklik.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Resident memory of processes. */
public final class Memory {

    private Memory() {}

    /** Resident bytes of a process; empty if it is gone or the system does not tell. */
    public static OptionalLong residentBytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", "" + pid, "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return kibibytes(line.replaceAll("[^0-9]", ""));
                }
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return fromPs(pid);
        }
    }

    private static OptionalLong fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return kibibytes(text.strip());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong kibibytes(String number) {
        return number.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(number) * 1024);
    }
}
