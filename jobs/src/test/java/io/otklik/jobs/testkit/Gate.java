package io.otklik.jobs.testkit;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets the first elements of a source through, the rest when they may come, and nothing more. */
public final class Gate implements RateLimiter<NumberSequenceSplit> {

    private static final CompletionStage<Void> NEVER = new CompletableFuture<>();
    private static final CompletionStage<Void> NOW = CompletableFuture.completedFuture(null);

    private final long first;
    private final CompletionStage<Void> mayComeOn;
    private final long rest;
    private long passed;

    /**
     * @param mayComeOn done when the rest may come
     */
    public Gate(long first, CompletionStage<Void> mayComeOn, long rest) {
        this.first = first;
        this.mayComeOn = mayComeOn;
        this.rest = rest;
    }

    /** Lets so many through. */
    public Gate(long all) {
        this(all, NEVER, 0);
    }

    /**
     * A source of one task that never ends, for one that ends lets windows go: it is silent behind
     * its gate.
     */
    public static <T> DataStream<T> source(
            StreamExecutionEnvironment env,
            String name,
            Class<T> type,
            GeneratorFunction<Long, T> elements,
            SerializableSupplier<Gate> gate,
            WatermarkStrategy<T> watermarks) {
        return source(env, name, TypeInformation.of(type), elements, gate, watermarks);
    }

    /** The same of elements that a serializer of their own writes. */
    public static <T> DataStream<T> source(
            StreamExecutionEnvironment env,
            String name,
            TypeInformation<T> type,
            GeneratorFunction<Long, T> elements,
            SerializableSupplier<Gate> gate,
            WatermarkStrategy<T> watermarks) {
        return env.fromSource(
                        new DataGeneratorSource<>(
                                elements, Long.MAX_VALUE, subtasks -> gate.get(), type),
                        watermarks,
                        name)
                .uid(name)
                .setParallelism(1);
    }

    @Override
    public CompletionStage<Void> acquire(int many) {
        passed++;
        if (passed <= first) {
            return NOW;
        }
        return passed <= first + rest ? mayComeOn : NEVER;
    }
}
