package io.otklik.local.clickhouse.http;

import java.util.Locale;

/** The media type of an output format, as a server names it. */
final class ContentType {

    private ContentType() {}

    static String of(String format) {
        String name = format.toLowerCase(Locale.ROOT);
        if (name.startsWith("jsoneachrow")
                || name.startsWith("jsoncompacteachrow")
                || name.equals("jsonlines")
                || name.equals("ndjson")) {
            return "application/x-ndjson; charset=UTF-8";
        }
        if (name.startsWith("json")) {
            return "application/json; charset=UTF-8";
        }
        if (name.startsWith("csv")) {
            boolean header = name.contains("withnames");
            return "text/csv; charset=UTF-8; header=" + (header ? "present" : "absent");
        }
        if (name.startsWith("tabseparated") || name.startsWith("tsv")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        return switch (name) {
            case "native",
                    "rowbinary",
                    "rowbinarywithnames",
                    "rowbinarywithnamesandtypes",
                    "parquet",
                    "arrow",
                    "arrowstream",
                    "orc",
                    "avro",
                    "msgpack" ->
                    "application/octet-stream";
            case "xml" -> "application/xml; charset=UTF-8";
            default -> "text/plain; charset=UTF-8";
        };
    }
}
