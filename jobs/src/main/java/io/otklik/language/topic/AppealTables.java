package io.otklik.language.topic;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads tables of registered appeals (CSV, packed by gzip or not) as examples. Which table it is
 * shows by its columns: a city portal ({@code object, category, reason}), the Kursk register
 * ({@code topic, responsible}) or an export of incidents ({@code Группа тем, Тема, Текст
 * инцидента}).
 */
public final class AppealTables {

    public static final String PORTAL = "portal";
    public static final String KURSK = "kursk";
    public static final String INCIDENTS = "incidents";

    private static final Pattern TAG = Pattern.compile("<[^>]{0,400}>");
    private static final Pattern ENTITY = Pattern.compile("&[a-z]{2,8};|&#\\d{1,6};");

    private AppealTables() {}

    /**
     * Reads a table; rows whose category says no topic or that have no text are left out.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its columns are none of the known kinds
     */
    public static List<TopicExample> read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CSVParser csv =
                        CSVParser.parse(
                                new InputStreamReader(in, StandardCharsets.UTF_8),
                                CSVFormat.DEFAULT
                                        .builder()
                                        .setHeader()
                                        .setSkipHeaderRecord(true)
                                        .get())) {
            Function<CSVRecord, Optional<TopicExample>> reader = reader(csv.getHeaderNames(), file);
            List<TopicExample> examples = new ArrayList<>();
            for (CSVRecord row : csv) {
                reader.apply(row).filter(e -> !e.text().isBlank()).ifPresent(examples::add);
            }
            return examples;
        }
    }

    private static Function<CSVRecord, Optional<TopicExample>> reader(
            List<String> columns, Path file) {
        if (columns.containsAll(List.of("object", "category", "reason", "text"))) {
            CategoryMapping mapping = CategoryMapping.portal();
            return row ->
                    mapping.topic(row.get("object"), row.get("category"), row.get("reason"))
                            .map(topic -> example(PORTAL, row.get("text"), topic));
        }
        if (columns.containsAll(List.of("topic", "responsible", "text"))) {
            CategoryMapping mapping = CategoryMapping.kursk();
            return row ->
                    mapping.topic(row.get("topic"))
                            .map(topic -> example(KURSK, plain(row.get("text")), topic));
        }
        if (columns.containsAll(List.of("Группа тем", "Тема", "Текст инцидента"))) {
            return AppealTables::incident;
        }
        throw new IllegalArgumentException(
                file
                        + ": none of the known tables of appeals. Known are: object, category, reason,"
                        + " text; topic, responsible, text; Группа тем, Тема, Текст инцидента.");
    }

    private static Optional<TopicExample> incident(CSVRecord row) {
        TopicCatalog catalog = TopicCatalog.bundled();
        String group = row.get("Группа тем").trim();
        String topic = row.get("Тема").trim();
        String text = row.get("Текст инцидента");
        if (catalog.hasTopic(group, topic)) {
            return Optional.of(example(INCIDENTS, text, catalog.topicNumber(group, topic)));
        }
        return catalog.hasGroup(group)
                ? Optional.of(
                        new TopicExample(
                                INCIDENTS, text, text, null, null, catalog.groupNumber(group), -1))
                : Optional.empty();
    }

    private static TopicExample example(String source, String text, int topic) {
        int group = TopicCatalog.bundled().groupOf(topic);
        return new TopicExample(source, text.strip(), text, null, null, group, topic);
    }

    private static String plain(String html) {
        return ENTITY.matcher(TAG.matcher(html).replaceAll(" ")).replaceAll(" ");
    }
}
