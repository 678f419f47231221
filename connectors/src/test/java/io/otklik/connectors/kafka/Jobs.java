package io.otklik.connectors.kafka;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

import java.util.ArrayList;
import java.util.List;

/** Small jobs around the sources. */
final class Jobs {

    private Jobs() {}

    /** Everything that a bounded source gives. */
    @SuppressWarnings("try") // Collecting may be interrupted.
    static <T> List<Parsed<T>> read(
            KafkaSource<Parsed<T>> source, WatermarkStrategy<Parsed<T>> watermarks)
            throws Exception {
        List<Parsed<T>> read = new ArrayList<>();
        try (CloseableIterator<Parsed<T>> results =
                environment(0).fromSource(source, watermarks, "source").executeAndCollect()) {
            results.forEachRemaining(read::add);
        }
        return read;
    }

    static StreamExecutionEnvironment environment(long checkpointMillis) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(1);
        if (checkpointMillis > 0) {
            env.enableCheckpointing(checkpointMillis);
        }
        return env;
    }
}
