package io.otklik.jobs.engagement;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.connectors.kafka.SplitTopics;
import io.otklik.connectors.kafka.TopicReading;
import io.otklik.connectors.kafka.ValueReader;
import io.otklik.engagement.SpikePolicy;
import io.otklik.jobs.runtime.ClockGrace;
import io.otklik.jobs.runtime.ClockSource;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.DeadLetter;
import io.otklik.yaml.YamlProblem;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reads messages, counters, the register, the pages' audience and appeals; writes engagement in
 * windows of a minute, 15 minutes, an hour and a day, and alerts about spikes.
 */
public final class EngagementJob {

    static final ConfigOption<Duration> EMIT_EVERY =
            option("emit-every", Duration.ofSeconds(10), "How often changed windows are emitted.");
    static final ConfigOption<Duration> CORRECTED =
            option("corrected", Duration.ofDays(1), "How long after its end a window may change.");
    static final ConfigOption<Duration> RECENT =
            option("recent", Duration.ofDays(3), "How long a message or event may be repeated.");
    static final ConfigOption<Duration> RETENTION =
            option(
                    "retention",
                    Duration.ofDays(30),
                    "How long the totals of a silent post, and a silent page that the register"
                            + " does not name, stay in state.");

    static final ConfigOption<String> SPIKES =
            ConfigOptions.key("spikes")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "YAML file, read at submission, that says when reactions are a spike;"
                                    + " where it is not given, the one that comes with the jobs.");

    private final StreamExecutionEnvironment env;
    private final KafkaOptions kafka;
    private DataStream<DeadLetter> unreadable;

    private EngagementJob(JobOptions options) {
        env = Environments.of(options);
        kafka = options.kafka("engagement");
    }

    public static void main(String[] args) throws Exception {
        JobOptions options =
                JobOptions.parse(args, EMIT_EVERY, CORRECTED, RECENT, RETENTION, SPIKES);
        EngagementJob job = new EngagementJob(options);
        job.define(options);
        job.env.execute("engagement");
    }

    private void define(JobOptions options) throws IOException {
        SingleOutputStreamOperator<DeadLetter> pages =
                Sources.together(
                        env,
                        "pages",
                        List.of(RecordTopic.COMMUNITY, RecordTopic.AUDIENCE, RecordTopic.APPEAL),
                        kafka);
        DataStream<PostFact> posts =
                posts("messages", RecordTopic.MESSAGE, MessageReader::new, options)
                        .union(posts("counters", RecordTopic.COUNTER, CounterReader::new, options));
        EngagementPipeline.define(
                clocked(posts, options),
                wrap(
                                "register",
                                pages.getSideOutput(SplitTopics.of(RecordTopic.COMMUNITY)),
                                PageFact::of)
                        .union(
                                wrap(
                                        "audience",
                                        pages.getSideOutput(SplitTopics.of(RecordTopic.AUDIENCE)),
                                        PageFact::of)),
                pages.getSideOutput(SplitTopics.of(RecordTopic.APPEAL)),
                new PostTimes(options.get(RECENT), options.get(RETENTION)),
                new WindowTimes(
                        options.get(EMIT_EVERY), options.get(CORRECTED), options.get(RETENTION)),
                spikes(options.get(SPIKES)),
                rows -> Sinks.written(rows, RecordTopic.ENGAGEMENT_WINDOW, kafka, null),
                rows -> Sinks.written(rows, RecordTopic.ENGAGEMENT_WINDOW, kafka, "slices"),
                alerts -> Sinks.to(alerts, RecordTopic.ALERT, kafka));
        Sinks.to(unreadable.union(pages), RecordTopic.DEAD_LETTER, kafka);
    }

    private static SpikePolicy spikes(String file) throws IOException {
        if (file == null) {
            return SpikePolicy.bundled();
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return SpikePolicy.read(in);
        } catch (YamlProblem e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Live, a spike is over though nothing comes any more. */
    private DataStream<PostFact> clocked(DataStream<PostFact> posts, JobOptions options) {
        return options.get(JobOptions.BOUNDED)
                ? posts
                : ClockSource.beside(
                        posts,
                        PostFact.TYPE,
                        env,
                        options.get(JobOptions.OUT_OF_ORDERNESS),
                        ClockGrace.NONE);
    }

    /**
     * Messages or counters. Spikes go by their watermarks. Windows follow the facts' own times; but
     * the last watermark of bounded input, which an idle source does not give, emits what is yet
     * untold.
     */
    private DataStream<PostFact> posts(
            String name,
            RecordTopic<?> topic,
            SerializableSupplier<ValueReader<PostFact>> reader,
            JobOptions options) {
        SingleOutputStreamOperator<PostFact> facts =
                Sources.records(
                        env,
                        name,
                        new TopicReading<>(topic, PostFact.TYPE, reader),
                        PostFact::at,
                        kafka,
                        options.get(JobOptions.OUT_OF_ORDERNESS),
                        Sources.idleness(options));
        DataStream<DeadLetter> letters = facts.getSideOutput(SplitParsed.DEAD_LETTERS);
        unreadable = unreadable == null ? letters : unreadable.union(letters);
        return facts;
    }

    private static <T> DataStream<PageFact> wrap(
            String name, DataStream<T> records, MapFunction<T, PageFact> wrap) {
        return records.map(wrap, PageFact.TYPE).name("wrap " + name).uid("wrap-" + name);
    }

    private static ConfigOption<Duration> option(String key, Duration value, String description) {
        return ConfigOptions.key(key)
                .durationType()
                .defaultValue(value)
                .withDescription(description);
    }
}
