package io.otklik.local.clickhouse.engine;

/** What the engine says of itself at start. */
public record EngineInfo(String displayName, String version, String timezone) {

    static EngineInfo read(EngineConnection connection) {
        try (QueryResult result =
                connection.query(
                        "SELECT displayName(), version(), timezone()".getBytes(), "TSVRaw")) {
            String[] fields = result.text().strip().split("\t");
            return new EngineInfo(fields[0], fields[1], fields[2]);
        } catch (EngineException e) {
            throw new IllegalStateException("The engine does not answer: " + e.getMessage(), e);
        }
    }
}
