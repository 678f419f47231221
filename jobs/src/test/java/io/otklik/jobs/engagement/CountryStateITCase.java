package io.otklik.jobs.engagement;

import io.otklik.engagement.SpikePolicy;
import io.otklik.jobs.testkit.Gate;
import io.otklik.jobs.testkit.RocksDbCluster;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.Audience;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.JsonRecord;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of a country in RocksDB: how much state they are and what a checkpoint of it takes.
 * Each page is in the register, has subscribers, a post, two comments and two totals; {@code
 * -Dotklik.state.pages=173000} says how many there are.
 */
class CountryStateITCase {

    private static final long PAGES = Long.getLong("otklik.state.pages", 1_000);
    private static final long PAGES_AN_AGENCY = 20;

    /** A post, two comments, two totals. */
    private static final int FACTS_A_PAGE = 5;

    private static final Duration CHECKPOINTS = Duration.ofMillis(PAGES > 20_000 ? 5_000 : 500);
    private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    /** The comments of each agency's day, as last told. */
    private static final Map<String, EngagementWindow> DAYS = new ConcurrentHashMap<>();

    private static final JsonCodec<EngagementWindow> CODEC = JsonCodec.of(EngagementWindow.class);

    @TempDir private Path folder;

    @Test
    void everyPageIsInStateAndACheckpointHoldsThem() throws Exception {
        try (RocksDbCluster cluster = new RocksDbCluster(folder)) {
            long start = System.nanoTime();
            JobClient job = start(cluster);
            awaitComments(2 * PAGES);
            double seconds = (System.nanoTime() - start) / 1e9;
            CompletedCheckpointStats full = cluster.nextCheckpoint(job);
            System.out.printf(
                    "state, %,d pages, %,d facts: %,.0f facts a second; checkpoint of %,d bytes (%,d a page),"
                            + " %,d of them new, in %,d ms%n",
                    PAGES,
                    (FACTS_A_PAGE + 2) * PAGES,
                    (FACTS_A_PAGE + 2) * PAGES / seconds,
                    full.getStateSize(),
                    full.getStateSize() / PAGES,
                    full.getCheckpointedSize(),
                    full.getEndToEndDuration());
            assertThat(full.getStateSize()).isBetween(PAGES * 500, (64L << 20) + PAGES * 50_000);
            assertThat(DAYS).hasSize((int) ((PAGES + PAGES_AN_AGENCY - 1) / PAGES_AN_AGENCY));
            assertThat(DAYS.values())
                    .allSatisfy(day -> assertThat(day.subscribers()).isPositive())
                    .allSatisfy(day -> assertThat(day.posts()).isEqualTo(day.comments() / 2));
            job.cancel().get();
        }
    }

    private static JobClient start(RocksDbCluster cluster) throws Exception {
        StreamExecutionEnvironment env = cluster.environment(CHECKPOINTS);
        // Most windows that are asked for are new: without it each of them is looked for on disk.
        env.configure(new Configuration().set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true));
        EngagementPipeline.define(
                endless(env, "posts", PostFact.TYPE, FACTS_A_PAGE, CountryStateITCase::post),
                endless(env, "pages", PageFact.TYPE, 2, CountryStateITCase::page),
                endless(env, "appeals", TypeInformation.of(Appeal.class), 0, none -> null),
                EngagementHarness.POST_TIMES,
                EngagementHarness.WINDOW_TIMES,
                SpikePolicy.bundled(),
                rows -> rows.sinkTo(new DiscardingSink<>()),
                rows -> rows.map(CountryStateITCase::noted).sinkTo(new DiscardingSink<>()),
                alerts -> alerts.sinkTo(new DiscardingSink<>()));
        return env.executeAsync("pages of a country");
    }

    /** So many facts a page, if any; then silence, for a source that ends lets the windows go. */
    private static <T> DataStream<T> endless(
            StreamExecutionEnvironment env,
            String name,
            TypeInformation<T> type,
            int factsAPage,
            GeneratorFunction<Long, T> facts) {
        long all = factsAPage * PAGES;
        return Gate.source(
                env, name, type, facts, () -> new Gate(all), WatermarkStrategy.noWatermarks());
    }

    private static JsonRecord noted(JsonRecord written) throws MalformedPayloadException {
        EngagementWindow window = CODEC.decode(written.json());
        if (window.size() == EngagementSize.DAY
                && window.dimension() == EngagementDimension.AGENCY) {
            DAYS.merge(window.windowId(), window, (a, b) -> a.version() > b.version() ? a : b);
        }
        return written;
    }

    private static String page(long number) {
        return "vk:-" + (1 + number);
    }

    private static PageFact page(Long index) {
        long number = index % PAGES;
        return index < PAGES ? PageFact.of(entry(number)) : PageFact.of(audience(number));
    }

    private static Community entry(long number) {
        long agency = number / PAGES_AN_AGENCY;
        return new Community(
                page(number),
                Platform.VK,
                "https://vk.com/club" + (1 + number),
                "Официальная страница " + number,
                "agency-" + agency,
                "Администрация округа " + agency,
                "Муниципальный",
                "Органы власти",
                "Округ " + agency,
                "Область " + agency % 89,
                "Europe/Moscow",
                List.of(),
                null,
                START);
    }

    private static Audience audience(long number) {
        return new Audience(page(number), START.plusSeconds(60), 300 + number % 5_000, null);
    }

    private static PostFact post(Long index) {
        long number = index % PAGES;
        int fact = (int) (index / PAGES);
        String post = page(number) + "_1";
        Instant at = START.plusSeconds(60L * fact).plusMillis(number % 60_000);
        return switch (fact) {
            case 0 -> message(number, post, post, at);
            case 1, 2 -> message(number, post, post + '_' + fact, at);
            default ->
                    PostFact.of(
                            new Counter(
                                    post,
                                    page(number),
                                    at,
                                    CounterKind.SNAPSHOT,
                                    null,
                                    null,
                                    100L * fact,
                                    10L * fact,
                                    1L,
                                    2L));
        };
    }

    private static PostFact message(long number, String post, String id, Instant at) {
        boolean isPost = id.equals(post);
        return PostFact.of(
                new Message(
                        id,
                        Platform.VK,
                        isPost ? MessageType.POST : MessageType.COMMENT,
                        page(number),
                        post,
                        isPost ? null : post,
                        null,
                        isPost ? page(number) : "p:" + Long.toHexString(number * 31 + id.length()),
                        isPost ? AuthorKind.COMMUNITY : AuthorKind.PERSON,
                        isPost ? "Сегодня открыли сквер #городмечты" : "Спасибо, ждали этого",
                        isPost ? List.of("photo") : List.of(),
                        null,
                        at,
                        null,
                        at,
                        Change.CREATED));
    }

    private static void awaitComments(long many) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2 + PAGES / 5_000).toNanos();
        while (true) {
            long counted = DAYS.values().stream().mapToLong(EngagementWindow::comments).sum();
            boolean followed = DAYS.values().stream().allMatch(day -> day.subscribers() != null);
            if (counted == many && followed) {
                return;
            }
            assertThat(System.nanoTime())
                    .as("%,d of %,d comments are counted", counted, many)
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
