package io.otklik.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.util.List;

/** Finds the sentence in Flink's error answers, which are stack traces. */
final class FlinkErrors {

    private static final String CAUSE = "Caused by: ";
    private static final int LONGEST = 500;

    private FlinkErrors() {}

    /** The root cause in an error answer's {@code errors}, or the HTTP code. */
    static String sentence(int code, byte[] body) {
        try {
            JsonNode errors = Json.MAPPER.readTree(body).path("errors");
            if (!errors.isEmpty()) {
                return rootCause(errors.get(errors.size() - 1).asText());
            }
        } catch (IOException e) {
            // Not JSON: a proxy or another server answered.
        }
        return "HTTP " + code + '.';
    }

    /** Message of the innermost cause of a printed stack trace. */
    static String rootCause(String stackTrace) {
        List<String> lines = stackTrace.lines().map(String::strip).toList();
        String cause = lines.isEmpty() ? "" : lines.get(0);
        for (String line : lines) {
            if (line.startsWith(CAUSE)) {
                cause = line.substring(CAUSE.length());
            }
        }
        String message = cause.replaceFirst("^[\\w.$]+\\.(\\w+(Exception|Error)): ", "");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + '…' : message;
    }
}
