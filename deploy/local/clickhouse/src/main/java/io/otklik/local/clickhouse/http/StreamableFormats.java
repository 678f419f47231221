package io.otklik.local.clickhouse.http;

import java.util.Locale;
import java.util.Set;

/**
 * Formats whose blocks may be joined: rows follow one another with nothing between or around them,
 * or a header comes first that can be told from the rows and left out of later blocks.
 */
final class StreamableFormats {

    private static final Set<String> ROWS_ONLY =
            Set.of(
                    "tabseparated",
                    "tsv",
                    "tabseparatedraw",
                    "tsvraw",
                    "raw",
                    "csv",
                    "tskv",
                    "jsoneachrow",
                    "jsonlines",
                    "ndjson",
                    "jsonstringseachrow",
                    "jsoncompacteachrow",
                    "jsoncompactstringseachrow",
                    "rowbinary",
                    "native",
                    "lineasstring",
                    "rawblob",
                    "msgpack");

    private static final Set<String> LINES_WITH_HEADER =
            Set.of(
                    "tabseparated",
                    "tsv",
                    "tabseparatedraw",
                    "tsvraw",
                    "raw",
                    "csv",
                    "jsoncompacteachrow",
                    "jsoncompactstringseachrow");

    private static final String NAMES = "withnames";
    private static final String NAMES_AND_TYPES = "withnamesandtypes";

    private StreamableFormats() {}

    static boolean contains(String format) {
        String name = format.toLowerCase(Locale.ROOT);
        return ROWS_ONLY.contains(name)
                || LINES_WITH_HEADER.contains(base(name)) && !base(name).equals(name)
                || name.startsWith("rowbinary") && base(name).equals("rowbinary");
    }

    /** Length of the header at the start of a block; 0 for a format without one. */
    static int headerLength(String format, byte[] block) {
        String name = format.toLowerCase(Locale.ROOT);
        if (base(name).equals(name)) {
            return 0;
        }
        boolean types = name.endsWith(NAMES_AND_TYPES);
        return name.startsWith("rowbinary")
                ? binaryHeader(block, types)
                : lines(block, types ? 2 : 1, name.startsWith("csv"));
    }

    private static String base(String name) {
        for (String suffix : new String[] {NAMES_AND_TYPES, NAMES}) {
            if (name.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    private static int lines(byte[] block, int count, boolean quoted) {
        boolean inQuotes = false;
        int left = count;
        for (int i = 0; i < block.length; i++) {
            inQuotes ^= quoted && block[i] == '"';
            if (block[i] == '\n' && !inQuotes && --left == 0) {
                return i + 1;
            }
        }
        return block.length;
    }

    /** Number of columns, then each name, then each type; numbers and lengths are LEB128. */
    private static int binaryHeader(byte[] block, boolean types) {
        int[] at = {0};
        long strings = varint(block, at) * (types ? 2 : 1);
        for (long i = 0; i < strings && at[0] < block.length; i++) {
            long length = varint(block, at);
            at[0] = (int) Math.min(block.length, at[0] + length);
        }
        return at[0];
    }

    private static long varint(byte[] block, int[] at) {
        long value = 0;
        for (int shift = 0; shift < 63 && at[0] < block.length; shift += 7) {
            byte b = block[at[0]++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                break;
            }
        }
        return value;
    }
}
