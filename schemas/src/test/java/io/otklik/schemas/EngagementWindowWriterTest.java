package io.otklik.schemas;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class EngagementWindowWriterTest {

    private static final JsonCodec<EngagementWindow> CODEC = JsonCodec.of(EngagementWindow.class);

    /** None, those that an id may be, and an empty one. */
    private static final String[] TEXTS = {
        null, "vk:-900_10", "Заречный \"край\"\n", "№ 4 — «да» 👍🏽", "back\\slash", ""
    };

    private static final long[] NUMBERS = {0, 0, 0, 1, 9, 10, -3, 12_345};

    private final EngagementWindowWriter writer = new EngagementWindowWriter();
    private final Random random = new Random(7);

    @Test
    void rowsAreWrittenAsTheCodecWritesThem() {
        for (int i = 0; i < 5_000; i++) {
            EngagementWindow row = row();

            JsonRecord written = write(row);

            assertThat(new String(written.json(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(CODEC.encode(row), StandardCharsets.UTF_8));
            assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo(row.windowId());
            assertThat(written.at()).isEqualTo(row.windowStart().toEpochMilli());
        }
    }

    private JsonRecord write(EngagementWindow row) {
        EngagementWindowWriter.Subject subject =
                new EngagementWindowWriter.Subject(
                        row.dimension(),
                        row.dimensionId(),
                        row.dimensionName(),
                        row.platform(),
                        row.communityId(),
                        row.agencyId(),
                        row.municipality(),
                        row.region(),
                        row.registered(),
                        row.contentType(),
                        row.hashtags());
        return writer.begin(
                        subject,
                        row.size(),
                        row.windowStart().toEpochMilli(),
                        row.windowEnd().toEpochMilli(),
                        row.timeZone())
                .posts(
                        row.postsText(),
                        row.postsPhoto(),
                        row.postsVideo(),
                        row.postsClip(),
                        row.postsPoll(),
                        row.postsOther())
                .figures(
                        row.comments(),
                        row.authors(),
                        row.views(),
                        row.likes(),
                        row.reposts(),
                        row.countedComments(),
                        row.commentLikes())
                .ratios(row.subscribers(), row.erByViews(), row.erBySubs(), row.reachRate())
                .end(row.late(), row.version());
    }

    private EngagementWindow row() {
        EngagementSize size = one(EngagementSize.values());
        EngagementDimension dimension = one(EngagementDimension.values());
        String id = TEXTS[1 + random.nextInt(TEXTS.length - 2)];
        String zone = size == EngagementSize.DAY ? "Asia/Yekaterinburg" : "UTC";
        long at = 1_764_500_000_000L + random.nextInt(1_000_000_000);
        long start = size.start(at, ZoneId.of(zone));
        String windowId = size + "|" + dimension + '|' + id + '|' + start;
        int[] posts = random.nextBoolean() ? new int[6] : random.ints(6, 0, 12).toArray();
        return new EngagementWindow(
                size == EngagementSize.DAY ? windowId + '|' + zone : windowId,
                size,
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(size.end(start, ZoneId.of(zone))),
                zone,
                dimension,
                id,
                one(TEXTS),
                random.nextBoolean() ? null : one(Platform.values()),
                one(TEXTS),
                one(TEXTS),
                one(TEXTS),
                one(TEXTS),
                random.nextBoolean(),
                random.nextBoolean() ? null : one(ContentType.values()),
                List.of(List.<String>of(), List.of("снег"), List.of("снег", "a\"b"))
                        .get(random.nextInt(3)),
                posts[0] + posts[1] + posts[2] + posts[3] + posts[4] + posts[5],
                posts[0],
                posts[1],
                posts[2],
                posts[3],
                posts[4],
                posts[5],
                (int) number(),
                (int) Math.abs(number()),
                number(),
                number(),
                number(),
                number(),
                number(),
                random.nextBoolean() ? null : (Long) number(),
                ratio(),
                ratio(),
                ratio(),
                (int) number(),
                random.nextLong());
    }

    private long number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private Double ratio() {
        return random.nextBoolean() ? null : (Double) random.nextDouble();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
