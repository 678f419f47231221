package io.otklik.language.topic;

import io.otklik.csv.CsvTable;
import io.otklik.language.topic.CategoryMapping.Label;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

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

    private static final String NONE_OF_THE_KNOWN =
            ": none of the known tables of appeals. Known are: object, category, reason, text; topic,"
                    + " responsible, text; Группа тем, Текст инцидента and, if at hand, Тема.";

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
        try (CSVParser csv = CsvTable.open(file)) {
            Function<CSVRecord, Optional<TopicExample>> reader =
                    reader(csv.getHeaderNames())
                            .orElseThrow(
                                    () -> new IllegalArgumentException(file + NONE_OF_THE_KNOWN));
            List<TopicExample> examples = new ArrayList<>();
            for (CSVRecord row : csv) {
                reader.apply(row).filter(e -> !e.text().isBlank()).ifPresent(examples::add);
            }
            return examples;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Whether a table's columns are of a known kind.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isKnown(Path file) throws IOException {
        try (CSVParser csv = CsvTable.open(file)) {
            return reader(csv.getHeaderNames()).isPresent();
        }
    }

    private static Optional<Function<CSVRecord, Optional<TopicExample>>> reader(
            List<String> columns) {
        if (columns.containsAll(List.of("object", "category", "reason", "text"))) {
            CategoryMapping mapping = CategoryMapping.portal();
            return Optional.of(
                    row ->
                            mapping.label(row.get("object"), row.get("category"), row.get("reason"))
                                    .map(label -> example(PORTAL, row.get("text"), label)));
        }
        if (columns.containsAll(List.of("topic", "responsible", "text"))) {
            CategoryMapping mapping = CategoryMapping.kursk();
            return Optional.of(
                    row ->
                            mapping.label(row.get("topic"))
                                    .map(label -> example(KURSK, plain(row.get("text")), label)));
        }
        return columns.containsAll(List.of("Группа тем", "Текст инцидента"))
                ? Optional.of(AppealTables::incident)
                : Optional.empty();
    }

    private static Optional<TopicExample> incident(CSVRecord row) {
        TopicCatalog catalog = TopicCatalog.bundled();
        String group = row.get("Группа тем").trim();
        String topic = row.isSet("Тема") ? row.get("Тема").trim() : "";
        String text = row.get("Текст инцидента");
        if (!catalog.hasGroup(group)) {
            return Optional.empty();
        }
        int number = catalog.hasTopic(group, topic) ? catalog.topicNumber(group, topic) : -1;
        Label label = new Label(catalog.groupNumber(group), number);
        return Optional.of(example(INCIDENTS, text, label));
    }

    private static TopicExample example(String source, String text, Label label) {
        return new TopicExample(
                source, text.strip(), text, null, null, List.of(), label.group(), label.topic());
    }

    private static String plain(String html) {
        return ENTITY.matcher(TAG.matcher(html).replaceAll(" ")).replaceAll(" ");
    }
}
