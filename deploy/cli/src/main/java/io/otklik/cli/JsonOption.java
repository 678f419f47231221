package io.otklik.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.otklik.schemas.Json;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Whether a script reads the answer. */
public final class JsonOption {

    @Option(names = "--json", description = "Print JSON for scripts.")
    private boolean json;

    public boolean isGiven() {
        return json;
    }

    /** Prints a value as indented JSON. */
    public static void print(PrintWriter out, Object value) {
        try {
            out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
