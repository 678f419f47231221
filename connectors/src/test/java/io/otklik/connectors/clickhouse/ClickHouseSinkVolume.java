package io.otklik.connectors.clickhouse;

import com.sun.management.OperatingSystemMXBean;
import io.otklik.connectors.Samples;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many rows with hard texts through two writers at once: counted back exactly, with an equal hash
 * over every byte. System property {@code otklik.rows} sets how many.
 */
final class ClickHouseSinkVolume {

    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseSinkVolume.class);
    private static final long ROWS = Long.getLong("otklik.rows", 100_000L);

    private ClickHouseSinkVolume() {}

    static void run(TestDatabase database, ClickHouseOptions.Client client) throws Exception {
        StreamExecutionEnvironment env = ClickHouseSinkContract.environment(1_000);
        env.setParallelism(2);
        env.getConfig().enableObjectReuse();
        env.fromSource(
                        new DataGeneratorSource<>(
                                ClickHouseSinkVolume::message,
                                ROWS,
                                TypeInformation.of(Message.class)),
                        WatermarkStrategy.noWatermarks(),
                        "messages")
                .sinkTo(
                        ClickHouseSinks.sink(
                                ClickHouseTable.MESSAGE,
                                database.options()
                                        .withClient(client)
                                        .withBatch(20_000, Duration.ofSeconds(1))));
        long start = System.nanoTime();
        long cpu = cpuNanos();
        env.execute();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.info(
                "{}: {} rows in {} s, {} s of processor time with the engine, {} rows/s",
                client,
                ROWS,
                "%.1f".formatted(seconds),
                "%.1f".formatted((cpuNanos() - cpu) / 1e9),
                Math.round(ROWS / seconds));

        assertThat(
                        database.query(
                                "SELECT count(), sum(reinterpretAsUInt64(substring(SHA256(concat("
                                        + "message_id, '\\x1f', text, '\\x1f', toString(platform),"
                                        + " '\\x1f', arrayStringConcat(attachments, '\\x1f'),"
                                        + " '\\x1f', toString(toUnixTimestamp64Milli(published_at)),"
                                        + " '\\x1f', toString(toUnixTimestamp64Milli(observed_at))"
                                        + ")), 1, 8))) FROM {db}.message"))
                .isEqualTo(ROWS + "\t" + Long.toUnsignedString(expectedHash()));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Message message(long number) {
        String text =
                switch ((int) (number % 4)) {
                    case 0 -> Samples.HARD_TEXT + number;
                    case 1 -> "Во дворе дома № %d по улице Садовой нет света 😡".formatted(number);
                    case 2 -> "\u0000".repeat((int) (number % 300));
                    default -> "\"" + "ы\t\n'".repeat((int) (number % 50)) + number;
                };
        Instant publishedAt = Instant.ofEpochMilli(1_767_225_600_000L + number * 137);
        return new Message(
                "vk:-" + number % 40 + "_" + number,
                Platform.values()[(int) (number % 4)],
                MessageType.COMMENT,
                "vk:-" + number % 40,
                "vk:-" + number % 40 + "_1",
                null,
                null,
                "b7720e" + number % 1000,
                AuthorKind.PERSON,
                text,
                number % 3 == 0 ? List.of() : List.of("photo", "ссылка"),
                null,
                publishedAt,
                null,
                publishedAt.plusMillis(number % 5_000),
                Change.CREATED);
    }

    private static long expectedHash() throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        long sum = 0;
        for (long number = 0; number < ROWS; number++) {
            Message m = message(number);
            String all =
                    String.join(
                            "\u001f",
                            m.messageId(),
                            m.text(),
                            m.platform().name(),
                            String.join("\u001f", m.attachments()),
                            Long.toString(m.publishedAt().toEpochMilli()),
                            Long.toString(m.observedAt().toEpochMilli()));
            byte[] digest = sha.digest(all.getBytes(StandardCharsets.UTF_8));
            sum += Long.reverseBytes(ByteBuffer.wrap(digest).getLong());
        }
        return sum;
    }
}
