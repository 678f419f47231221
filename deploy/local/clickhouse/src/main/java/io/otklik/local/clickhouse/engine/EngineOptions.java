package io.otklik.local.clickhouse.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * How much the engine may take. The defaults keep a process with a 256 MiB heap within 1.2 GiB.
 *
 * @param memoryMegabytes most memory of all queries and caches, MiB; beyond it a query fails with
 *     code 241
 */
public record EngineOptions(int memoryMegabytes) {

    public static final EngineOptions DEFAULT = new EngineOptions(768);

    private static final long MEBIBYTE = 1024 * 1024;

    /** Options that the first connection of the process fixes. */
    List<String> serverArguments(Path data) {
        return List.of(
                // Named, so that a config.xml of the working directory or home is not picked up.
                "--config-file=" + data.resolve("config.xml"),
                "--max_server_memory_usage=" + memoryMegabytes * MEBIBYTE,
                // The limit counts resident pages, freed ones go back to the system soon: else a
                // few
                // heavy queries leave twice the limit resident.
                "--memory_worker_correct_memory_tracker=1",
                "--memory_worker_use_cgroup=0",
                "--memory_worker_purge_dirty_pages_threshold_ratio=0.05",
                "--mark_cache_size=" + 64 * MEBIBYTE,
                "--index_mark_cache_size=" + 8 * MEBIBYTE,
                "--primary_index_cache_size=" + 64 * MEBIBYTE,
                "--uncompressed_cache_size=0",
                "--mmap_cache_size=64",
                "--max_thread_pool_size=500",
                "--max_thread_pool_free_size=8",
                "--background_pool_size=2",
                "--background_merges_mutations_concurrency_ratio=2",
                "--background_schedule_pool_size=2",
                "--background_common_pool_size=2",
                "--background_move_pool_size=1",
                "--background_fetches_pool_size=1");
    }

    /** Settings that every connection starts with, nearer to a server than the library's own. */
    static List<String> connectionArguments() {
        return List.of(
                "--implicit_select=0",
                "--allow_introspection_functions=0",
                // An insert is stored when it is answered; clients batch.
                "--async_insert=0",
                "--max_insert_block_size=262144",
                "--min_insert_block_size_rows=262144",
                "--min_insert_block_size_bytes=" + 64 * MEBIBYTE,
                // The profiler interrupts threads by signals, which the JVM owns.
                "--query_profiler_real_time_period_ns=0",
                "--query_profiler_cpu_time_period_ns=0");
    }
}
