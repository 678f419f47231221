package io.otklik.cli.rating;

import io.otklik.cli.CommandException;
import io.otklik.cli.Sql;
import io.otklik.cli.registry.CsvTable;
import io.otklik.cli.registry.RegistryTable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private static final String ID = "communityId";
    private static final String WIDGETS = "widgets";

    /** Columns of the table by the file's, in the order in which they are written. */
    private static final Map<String, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put("connected", "connected");
        FLAGS.put("stateMark", "state_mark");
        FLAGS.put("avatar", "avatar");
        FLAGS.put("description", "description");
        FLAGS.put("cover", "cover");
    }

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
        RegistryTable table = CsvTable.read(file);
        for (String name : table.columns()) {
            if (!name.equals(ID) && !name.equals(WIDGETS) && !FLAGS.containsKey(name)) {
                throw CommandException.wrongInput(
                        "В %s есть столбец %s; бывают communityId, connected, stateMark, avatar, description, cover и widgets."
                                .formatted(file, name));
            }
        }
        List<String> rows = new ArrayList<>();
        for (RegistryTable.Line line : table.lines()) {
            rows.add(row(file, table.columns().size(), line));
        }
        return rows;
    }

    /** The columns that {@link #read} gives. */
    public static String columns() {
        return "community_id, " + String.join(", ", FLAGS.values()) + ", widgets";
    }

    private static String row(Path file, int columns, RegistryTable.Line line) {
        if (line.cells() == null) {
            throw wrong(file, line, "ячеек %d, а не %d".formatted(line.size(), columns));
        }
        String id = cell(line, ID);
        if (!id.matches("(vk|ok|telegram|max):-?\\d+")) {
            throw wrong(file, line, "communityId — «%s», а пишется как vk:-143".formatted(id));
        }
        List<String> values = new ArrayList<>(List.of(Sql.text(id)));
        for (String flag : FLAGS.keySet()) {
            values.add(flag(file, line, flag, cell(line, flag)));
        }
        String widgets = cell(line, WIDGETS);
        if (!widgets.matches("\\d{0,3}")) {
            throw wrong(file, line, "widgets — «%s», не число".formatted(widgets));
        }
        values.add(widgets.isEmpty() ? NOT_KNOWN : widgets);
        return String.join(", ", values);
    }

    private static String flag(Path file, RegistryTable.Line line, String name, String cell) {
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
        throw wrong(file, line, "%s — «%s», не да и не нет".formatted(name, cell));
    }

    private static String cell(RegistryTable.Line line, String name) {
        return line.cells().getOrDefault(name, "");
    }

    private static CommandException wrong(Path file, RegistryTable.Line line, String what) {
        return CommandException.wrongInput(
                "%s, строка %d: %s.".formatted(file, line.number(), what));
    }
}
