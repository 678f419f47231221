package io.otklik.jobs.testkit;

import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.InstantiationUtil;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A table in memory behind a sink that commits with the checkpoint, as the Kafka sink does: what a
 * failed attempt wrote after its last checkpoint is never seen. Of each id the highest version
 * stays.
 */
public final class CommittedRows<T>
        implements Sink<T>, SupportsCommitter<ArrayList<CommittedRows.Row>> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Map<String, Row>> TABLES = new ConcurrentHashMap<>();

    private final String table;
    private final RowOf<T> rowOf;

    /**
     * @param table rows of the same table meet
     */
    public CommittedRows(String table, RowOf<T> rowOf) {
        this.table = table;
        this.rowOf = rowOf;
    }

    /** How a record is a row. */
    public interface RowOf<T> extends Function<T, Row>, Serializable {}

    /**
     * A version of a row.
     *
     * @param text null if the row was taken back
     */
    public record Row(String id, long version, String text) implements Serializable {}

    /** The texts of the rows that stand. */
    public static TreeSet<String> of(String table) {
        TreeSet<String> texts = new TreeSet<>();
        for (Row row : TABLES.getOrDefault(table, Map.of()).values()) {
            if (row.text != null) {
                texts.add(row.text);
            }
        }
        return texts;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(rowOf);
    }

    @Override
    public Committer<ArrayList<Row>> createCommitter(CommitterInitContext context) {
        return new RowCommitter(TABLES.computeIfAbsent(table, name -> new ConcurrentHashMap<>()));
    }

    @Override
    public SimpleVersionedSerializer<ArrayList<Row>> getCommittableSerializer() {
        return new RowSerializer();
    }

    private static final class Writer<T> implements CommittingSinkWriter<T, ArrayList<Row>> {
        private final RowOf<T> rowOf;
        private ArrayList<Row> rows = new ArrayList<>();

        Writer(RowOf<T> rowOf) {
            this.rowOf = rowOf;
        }

        @Override
        public void write(T record, Context context) {
            rows.add(rowOf.apply(record));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public Collection<ArrayList<Row>> prepareCommit() {
            ArrayList<Row> prepared = rows;
            rows = new ArrayList<>();
            return prepared.isEmpty() ? List.of() : List.of(prepared);
        }

        @Override
        public void close() {}
    }

    private record RowCommitter(Map<String, Row> table) implements Committer<ArrayList<Row>> {
        @Override
        public void commit(Collection<CommitRequest<ArrayList<Row>>> requests) {
            for (CommitRequest<ArrayList<Row>> request : requests) {
                for (Row row : request.getCommittable()) {
                    table.merge(row.id, row, (a, b) -> b.version > a.version ? b : a);
                }
            }
        }

        @Override
        public void close() {}
    }

    private static final class RowSerializer implements SimpleVersionedSerializer<ArrayList<Row>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(ArrayList<Row> rows) throws IOException {
            return InstantiationUtil.serializeObject(rows);
        }

        @Override
        public ArrayList<Row> deserialize(int version, byte[] bytes) throws IOException {
            try {
                return InstantiationUtil.deserializeObject(
                        bytes, CommittedRows.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IOException(e);
            }
        }
    }
}
