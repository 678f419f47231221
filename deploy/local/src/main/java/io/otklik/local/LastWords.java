package io.otklik.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Finds in a part's files why it ended. */
final class LastWords {

    private static final int TAIL_BYTES = 256 * 1024;
    private static final int LONGEST = 400;

    /** As {@code log4j2.properties} writes it. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private LastWords() {}

    /**
     * The last error in the log since the part's start, else the last line that it printed; empty
     * if there is none.
     */
    static String of(Path log, Path output, Instant since) {
        List<String> logged = tail(log);
        String start = TIME.format(since);
        for (int i = logged.size() - 1; i >= 0; i--) {
            String line = logged.get(i);
            if ((line.contains(" ERROR ") || line.contains(" FATAL "))
                    && line.compareTo(start) >= 0) {
                return shortened(message(line).replaceFirst("\\.$", "") + cause(logged, i));
            }
        }
        return shortened(last(tail(output)));
    }

    /** Drops time, level and logger. */
    private static String message(String line) {
        int end = Math.min(line.length(), "yyyy-MM-dd HH:mm:ss.SSS".length());
        String[] words = line.substring(end).strip().split("\\s+", 3);
        return words[words.length - 1];
    }

    private static String cause(List<String> lines, int index) {
        String cause = "";
        for (int i = index + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i == index + 1 && line.matches("[\\w.$]+(Exception|Error)\\b.*")
                    || line.startsWith("Caused by: ")) {
                cause = ": " + line.replaceFirst("^Caused by: ", "");
            } else if (!line.startsWith("\t")) {
                break;
            }
        }
        return cause;
    }

    private static String last(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t...")) {
                return line.strip();
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text;
    }

    private static List<String> tail(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - TAIL_BYTES);
            in.seek(from);
            byte[] bytes = new byte[(int) (in.length() - from)];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
