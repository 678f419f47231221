package io.otklik.cli.topic;

import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Topic;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.WorkCalendar;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A compacted topic: the newest record of a key is in force. */
public final class StateTopic<T> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String servers;
    private final String name;
    private final JsonCodec<T> codec;
    private final RecordWriter<T> writer;

    private StateTopic(
            String servers,
            Topic topic,
            Class<T> type,
            Function<T, String> key,
            Function<T, Instant> time) {
        this.servers = servers;
        this.name = topic.topicName();
        this.codec = JsonCodec.of(type);
        this.writer = new RecordWriter<>(servers, topic, type, key, time);
    }

    public static StateTopic<Community> communities(String servers) {
        return new StateTopic<>(
                servers,
                Topic.COMMUNITY,
                Community.class,
                Community::communityId,
                Community::updatedAt);
    }

    public static StateTopic<SlaPolicy> policies(String servers) {
        return new StateTopic<>(
                servers,
                Topic.SLA_POLICY,
                SlaPolicy.class,
                SlaPolicy::versionId,
                SlaPolicy::updatedAt);
    }

    public static StateTopic<WorkCalendar> calendars(String servers) {
        return new StateTopic<>(
                servers,
                Topic.WORK_CALENDAR,
                WorkCalendar.class,
                WorkCalendar::versionId,
                WorkCalendar::updatedAt);
    }

    public static StateTopic<RuleBookVersion> ruleBooks(String servers) {
        return new StateTopic<>(
                servers,
                Topic.RULE,
                RuleBookVersion.class,
                RuleBookVersion::bookId,
                RuleBookVersion::updatedAt);
    }

    public static StateTopic<Claim> claims(String servers) {
        return new StateTopic<>(
                servers, Topic.CLAIM, Claim.class, Claim::claimId, Claim::updatedAt);
    }

    public static StateTopic<Suspicion> suspicions(String servers) {
        return new StateTopic<>(
                servers,
                Topic.SUSPICION,
                Suspicion.class,
                Suspicion::suspicionId,
                Suspicion::updatedAt);
    }

    /** Steps of people; the topic keeps all of them, a reader has the newest of a claim. */
    public static StateTopic<Verdict> verdicts(String servers) {
        return new StateTopic<>(
                servers, Topic.VERDICT, Verdict.class, Verdict::claimId, Verdict::at);
    }

    /** The records in force now, by their key. One that cannot be read counts as none. */
    public Map<String, T> read() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        Map<String, T> records = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(
                    consumer.partitionsFor(name).stream()
                            .map(info -> new TopicPartition(name, info.partition()))
                            .toList());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> apply(records, record));
            }
        }
        return records;
    }

    private void apply(Map<String, T> records, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            records.remove(key);
            return;
        }
        try {
            records.put(key, codec.decode(record.value()));
        } catch (MalformedPayloadException e) {
            records.remove(key);
        }
    }

    /** Sends records and returns when the broker has them. */
    public void send(Collection<T> records) throws InterruptedException {
        writer.send(records);
    }
}
