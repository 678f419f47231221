package io.otklik.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a stream is made of. Start from {@link #sample()} or {@link #load(long, long)} and change
 * what differs.
 *
 * @param seed equal configurations give equal bytes
 * @param pages official pages; beyond those of {@code pages.csv} further sites of the same agencies
 * @param start first instant; a Monday midnight in {@link #ZONE} puts the seasons where the texts
 *     expect them
 * @param duration no event happens later than this after the start
 * @param eventCount most events, duplicates and broken ones included; {@link Long#MAX_VALUE}: all
 * @param vkWeight share of pages on VK, against the other two weights
 * @param telegramWeight share of pages on Telegram
 * @param okWeight share of pages on OK, as {@code raw.message} lines
 * @param postsPerPageDay mean posts of a page and day
 * @param threadScale 1 for the sample's thread sizes; 2 doubles them
 * @param likeScale 1 for the sample's likes and reactions
 * @param duplicateShare part of events that are delivered twice
 * @param disorderShare part of messages that arrive after what answers or deletes them, or late
 * @param brokenPerDay broken payloads of each platform a day
 */
public record GeneratorConfig(
        long seed,
        int pages,
        Instant start,
        Duration duration,
        long eventCount,
        double vkWeight,
        double telegramWeight,
        double okWeight,
        double postsPerPageDay,
        double threadScale,
        double likeScale,
        double duplicateShare,
        double disorderShare,
        double brokenPerDay) {

    /** Time zone of the invented region; it has no summer time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

    private static final Instant MONDAY = Instant.parse("2026-10-04T19:00:00Z");

    public GeneratorConfig {
        require(pages >= 1, "pages must be at least 1");
        require(!duration.isNegative() && !duration.isZero(), "duration must be positive");
        require(eventCount >= 0, "eventCount must not be negative");
        require(
                vkWeight >= 0
                        && telegramWeight >= 0
                        && okWeight >= 0
                        && vkWeight + telegramWeight + okWeight > 0,
                "give at least one platform a positive weight");
        require(postsPerPageDay > 0, "postsPerPageDay must be positive");
        require(threadScale >= 0 && likeScale >= 0, "scales must not be negative");
        require(share(duplicateShare) && share(disorderShare), "shares must be from 0 to 1");
        require(brokenPerDay >= 0, "brokenPerDay must not be negative");
    }

    /** The configuration of the files under {@code deploy/samples/data}. */
    public static GeneratorConfig sample() {
        return new GeneratorConfig(
                20261038L,
                46,
                MONDAY,
                Duration.ofDays(14),
                Long.MAX_VALUE,
                24,
                12,
                10,
                0.52,
                1,
                1,
                0.004,
                0.012,
                0.9);
    }

    /** A stream of {@code eventCount} events in a fortnight's time, for a benchmark: no noise. */
    public static GeneratorConfig load(long seed, long eventCount) {
        return new GeneratorConfig(
                seed,
                1_000,
                MONDAY,
                Duration.ofDays(3650),
                eventCount,
                24,
                12,
                10,
                4,
                1,
                1,
                0,
                0,
                0);
    }

    public GeneratorConfig withSeed(long value) {
        return new GeneratorConfig(
                value,
                pages,
                start,
                duration,
                eventCount,
                vkWeight,
                telegramWeight,
                okWeight,
                postsPerPageDay,
                threadScale,
                likeScale,
                duplicateShare,
                disorderShare,
                brokenPerDay);
    }

    public GeneratorConfig withEventCount(long value) {
        return new GeneratorConfig(
                seed,
                pages,
                start,
                duration,
                value,
                vkWeight,
                telegramWeight,
                okWeight,
                postsPerPageDay,
                threadScale,
                likeScale,
                duplicateShare,
                disorderShare,
                brokenPerDay);
    }

    /** Platforms by weight; 0 leaves one out. */
    public GeneratorConfig withPlatforms(double vk, double telegram, double ok) {
        return new GeneratorConfig(
                seed,
                pages,
                start,
                duration,
                eventCount,
                vk,
                telegram,
                ok,
                postsPerPageDay,
                threadScale,
                likeScale,
                duplicateShare,
                disorderShare,
                brokenPerDay);
    }

    public GeneratorConfig withPages(int value, double valuePostsPerPageDay) {
        return new GeneratorConfig(
                seed,
                value,
                start,
                duration,
                eventCount,
                vkWeight,
                telegramWeight,
                okWeight,
                valuePostsPerPageDay,
                threadScale,
                likeScale,
                duplicateShare,
                disorderShare,
                brokenPerDay);
    }

    public GeneratorConfig withPeriod(Instant newStart, Duration newDuration) {
        return new GeneratorConfig(
                seed,
                pages,
                newStart,
                newDuration,
                eventCount,
                vkWeight,
                telegramWeight,
                okWeight,
                postsPerPageDay,
                threadScale,
                likeScale,
                duplicateShare,
                disorderShare,
                brokenPerDay);
    }

    /** What a clean stream lacks. */
    public GeneratorConfig withFaults(double duplicates, double disorder, double broken) {
        return new GeneratorConfig(
                seed,
                pages,
                start,
                duration,
                eventCount,
                vkWeight,
                telegramWeight,
                okWeight,
                postsPerPageDay,
                threadScale,
                likeScale,
                duplicates,
                disorder,
                broken);
    }

    private static boolean share(double value) {
        return value >= 0 && value <= 1;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("Generator: " + sentence + ".");
        }
    }
}
