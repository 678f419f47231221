package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.cli.registry.RegistryLine.BadLineException;
import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How another register's columns become Otklik's: {@code columns} names the file's column for a
 * field, {@code constants} what is the same in every line, {@code empty} what stands where nothing
 * is, {@code delimiter} what separates the columns of CSV.
 *
 * @param delimiter null: the header shows it
 */
public record RegistryMapping(
        Map<String, String> columns,
        Map<String, String> constants,
        Set<String> empty,
        Character delimiter) {

    private static final Set<String> KEYS = Set.of("columns", "constants", "empty", "delimiter");

    /**
     * Reads a mapping.
     *
     * @throws CommandException with the line of the first mistake
     */
    public static RegistryMapping read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            StrictYaml yaml = StrictYaml.read(in);
            yaml.allow(KEYS);
            String delimiter = yaml.text("delimiter", null);
            if (delimiter != null && delimiter.length() != 1) {
                throw yaml.get("delimiter").problem("A delimiter is one character.");
            }
            Map<String, String> constants = fields(yaml, "constants");
            Map<String, String> columns = fields(yaml, "columns");
            for (String field : RegistryReader.REQUIRED) {
                boolean told = columns.containsKey(field) || constants.containsKey(field);
                // Platform and id may stand in the url.
                boolean inUrl = field.equals("platform") || field.equals("communityId");
                if (!told && !(inUrl && columns.containsKey("url"))) {
                    throw yaml.problem("Neither columns nor constants give " + field + ".");
                }
            }
            return new RegistryMapping(
                    columns,
                    constants,
                    new HashSet<>(yaml.texts("empty")),
                    delimiter == null ? null : delimiter.charAt(0));
        } catch (YamlProblem e) {
            throw CommandException.wrongInput("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private static Map<String, String> fields(StrictYaml yaml, String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        StrictYaml found = yaml.map().get(key);
        if (found != null) {
            Set<String> known = new HashSet<>(RegistryReader.REQUIRED);
            known.addAll(RegistryReader.OPTIONAL);
            found.allow(known);
            found.map().forEach((field, value) -> fields.put(field, value.text()));
        }
        return fields;
    }

    /** Refuses a file that lacks a column. */
    void check(Path file, List<String> header) {
        for (String column : columns.values()) {
            if (!header.contains(column)) {
                throw CommandException.wrongInput(
                        "%s has no column %s, which the mapping names; it has %s."
                                .formatted(file, column, String.join(", ", header)));
            }
        }
    }

    /**
     * A page of a line by Otklik's fields, its address resolved.
     *
     * @param url one of {@link #urls}
     * @param names of pages whose number is known elsewhere
     */
    RegistryRow row(Map<String, String> cells, String url, PageNames names)
            throws BadLineException {
        PageAddress address = address(cells, url);
        String page =
                address.number() == null
                        ? names.number(address.platform(), address.name())
                        : address.number();
        if (page == null) {
            throw new BadLineException(
                    "%s names a page whose number is not known; write it into %s, or into a file of --names."
                            .formatted(
                                    address.url(),
                                    columns.getOrDefault("communityId", "communityId")));
        }
        return field ->
                switch (field) {
                    case "communityId" -> page;
                    case "platform" -> address.platform().name();
                    case "url" -> address.url();
                    default -> value(cells, field);
                };
    }

    /**
     * The addresses of a line's pages: one that is null where the line has only an id, none where
     * it has neither, for its organisation has no page.
     *
     * @throws BadLineException if there are several and an id, which does not tell whose it is
     */
    List<String> urls(Map<String, String> cells) throws BadLineException {
        String id = value(cells, "communityId");
        String url = value(cells, "url");
        if (url == null) {
            return id == null ? List.of() : Collections.singletonList(null);
        }
        List<String> urls = PageAddress.split(url);
        if (urls.size() > 1 && id != null) {
            throw new BadLineException(
                    "url holds %d addresses, and the id %s does not tell whose it is; give each page a line of its own."
                            .formatted(urls.size(), id));
        }
        return urls;
    }

    /** What a line says of where a page of its is. */
    PageAddress address(Map<String, String> cells, String url) throws BadLineException {
        String told = value(cells, "platform");
        return PageAddress.read(
                told == null ? null : RegistryLine.platform(told),
                value(cells, "communityId"),
                url);
    }

    private String value(Map<String, String> cells, String field) {
        String column = columns.get(field);
        String value = column == null ? null : cells.get(column);
        if (value == null || value.isBlank() || empty.contains(value.strip())) {
            return constants.get(field);
        }
        return value.strip();
    }
}
