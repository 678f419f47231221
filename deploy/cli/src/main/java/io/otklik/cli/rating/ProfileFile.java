package io.otklik.cli.rating;

import io.otklik.cli.CommandException;
import io.otklik.cli.Sql;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How pages look, as a CSV with a header: {@code communityId} and any of {@code connected}, {@code
 * stateMark}, {@code avatar}, {@code description}, {@code cover} (да or нет, yes or no, 1 or 0) and
 * {@code widgets}, a number. An empty cell is not known.
 */
public final class ProfileFile {

    private static final Map<String, String> FLAGS =
            Map.of(
                    "connected", "connected",
                    "stateMark", "state_mark",
                    "avatar", "avatar",
                    "description", "description",
                    "cover", "cover");

    private static final Set<String> YES = Set.of("да", "yes", "true", "1", "+");
    private static final Set<String> NO = Set.of("нет", "no", "false", "0", "-");
    private static final String NOT_KNOWN = "NULL";

    private ProfileFile() {}

    /**
     * The rows of table {@code page_profile} without {@code observed_at}, as SQL literals in the
     * order of {@link #columns}.
     *
     * @throws CommandException with the line of the first mistake
     */
    public static List<String> read(Path file) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        List<String> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<String> header =
                    parser.getHeaderNames().stream()
                            .map(name -> name.startsWith("\uFEFF") ? name.substring(1) : name)
                            .toList();
            for (String name : header) {
                if (!name.equals("communityId")
                        && !name.equals("widgets")
                        && !FLAGS.containsKey(name)) {
                    throw CommandException.wrongInput(
                            "%s has a column %s; there are communityId, connected, stateMark, avatar, description, cover and widgets."
                                    .formatted(file, name));
                }
            }
            for (CSVRecord line : parser) {
                rows.add(row(file, header, line));
            }
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput("%s is no CSV: %s.".formatted(file, e.getMessage()));
        }
        return rows;
    }

    /** The columns that {@link #read} gives. */
    public static String columns() {
        return "community_id, " + String.join(", ", FLAGS.values()) + ", widgets";
    }

    private static String row(Path file, List<String> header, CSVRecord line) {
        String id = cell(header, line, "communityId");
        if (!id.matches("(vk|ok|telegram|max):-?\\d+")) {
            throw wrong(file, line, "communityId is «%s», not like vk:-143".formatted(id));
        }
        List<String> values = new ArrayList<>(List.of(Sql.text(id)));
        for (String flag : FLAGS.keySet()) {
            values.add(flag(file, line, flag, cell(header, line, flag)));
        }
        String widgets = cell(header, line, "widgets");
        if (!widgets.matches("\\d{0,3}")) {
            throw wrong(file, line, "widgets is «%s», not a number".formatted(widgets));
        }
        values.add(widgets.isEmpty() ? NOT_KNOWN : widgets);
        return String.join(", ", values);
    }

    private static String flag(Path file, CSVRecord line, String name, String cell) {
        String value = cell.toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return NOT_KNOWN;
        }
        if (YES.contains(value)) {
            return "true";
        }
        if (NO.contains(value)) {
            return "false";
        }
        throw wrong(file, line, "%s is «%s», neither да nor нет".formatted(name, cell));
    }

    private static String cell(List<String> header, CSVRecord line, String name) {
        int at = header.indexOf(name);
        return at < 0 || at >= line.size() ? "" : line.get(at);
    }

    private static CommandException wrong(Path file, CSVRecord line, String what) {
        return CommandException.wrongInput(
                "%s, line %d: %s.".formatted(file, line.getRecordNumber() + 1, what));
    }
}
