package io.otklik.local.clickhouse.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

import java.nio.file.Path;
import java.util.Map;

/**
 * The C functions of {@code libchdb} that the server calls, as {@code chdb.h} of release 26.7
 * declares them. Lengths are bytes; text is UTF-8; every pointer returned must be destroyed by its
 * function.
 */
public interface Chdb extends Library {

    /** Loads the library and keeps its signal handlers out of the JVM. */
    static Chdb load(Path library) {
        Chdb chdb =
                Native.load(
                        library.toString(),
                        Chdb.class,
                        Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        chdb.chdb_set_signal_handlers_enabled(0);
        return chdb;
    }

    void chdb_set_signal_handlers_enabled(int enabled);

    String chdb_version();

    /** Gives a pointer to the connection, or null; the reason goes to standard error. */
    Pointer chdb_connect(int argc, String[] argv);

    void chdb_close_conn(Pointer connectionPointer);

    Pointer chdb_query_n(
            Pointer connection, byte[] query, long queryLength, byte[] format, long formatLength);

    Pointer chdb_stream_query_n(
            Pointer connection, byte[] query, long queryLength, byte[] format, long formatLength);

    Pointer chdb_stream_fetch_result(Pointer connection, Pointer stream);

    void chdb_stream_cancel_query(Pointer connection, Pointer stream);

    Pointer chdb_stream_insert_n(
            Pointer connection, byte[] query, long queryLength, byte[] format, long formatLength);

    /** Zero if the bytes were taken. Blocks while the engine is behind. */
    int chdb_stream_append(Pointer stream, byte[] data, long length);

    Pointer chdb_stream_done(Pointer stream);

    void chdb_stream_cancel_insert(Pointer stream);

    String chdb_stream_insert_error(Pointer stream);

    void chdb_destroy_insert_stream(Pointer stream);

    Pointer chdb_result_buffer(Pointer result);

    long chdb_result_length(Pointer result);

    double chdb_result_elapsed(Pointer result);

    long chdb_result_rows_read(Pointer result);

    long chdb_result_storage_rows_read(Pointer result);

    long chdb_result_storage_bytes_read(Pointer result);

    long chdb_result_rows_written(Pointer result);

    long chdb_result_bytes_written(Pointer result);

    String chdb_result_error(Pointer result);

    void chdb_destroy_query_result(Pointer result);
}
