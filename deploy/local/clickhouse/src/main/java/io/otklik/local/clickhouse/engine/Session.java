package io.otklik.local.clickhouse.engine;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a connection starts with.
 *
 * @param database the current database; null means {@code default}
 * @param settings setting name → value as text
 * @param parameters query parameter name → value as text
 * @param readOnly refuses everything that writes, as a server does on GET; a setting {@code
 *     readonly} may only make it stricter
 */
public record Session(
        String database,
        Map<String, String> settings,
        Map<String, String> parameters,
        boolean readOnly) {

    public static final Session DEFAULT = new Session(null, Map.of(), Map.of(), false);

    /** Values of the setting {@code readonly} by which nothing is written. */
    private static final Set<String> READ_ONLY = Set.of("1", "2");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    void apply(EngineConnection connection) throws EngineException {
        if (database != null && !database.isEmpty() && !database.equals("default")) {
            connection.execute("USE `" + escape(database, '`') + "`");
        }
        String changes = changes();
        if (!changes.isEmpty()) {
            connection.execute("SET " + changes);
        }
    }

    /** The assignments of a {@code SET}; empty if nothing is to be set. */
    String changes() throws EngineException {
        boolean stricter = READ_ONLY.contains(settings.getOrDefault("readonly", ""));
        StringBuilder changes = new StringBuilder();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!readOnly || stricter || !setting.getKey().equals("readonly")) {
                add(changes, "", setting);
            }
        }
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            add(changes, "param_", parameter);
        }
        if (readOnly && !stricter) {
            changes.append(changes.length() == 0 ? "" : ", ").append("readonly = 2");
        }
        return changes.toString();
    }

    private static void add(StringBuilder changes, String prefix, Map.Entry<String, String> entry)
            throws EngineException {
        if (!NAME.matcher(entry.getKey()).matches()) {
            throw new EngineException(
                    115, "UNKNOWN_SETTING", "Unknown setting '" + entry.getKey() + "'");
        }
        changes.append(changes.length() == 0 ? "" : ", ")
                .append(prefix)
                .append(entry.getKey())
                .append(" = '")
                .append(escape(entry.getValue(), '\''))
                .append('\'');
    }

    /** Text for between two quotes of ClickHouse SQL. */
    static String escape(String text, char quote) {
        return text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
    }
}
