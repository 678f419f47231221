package io.otklik.jobs.engagement;

import io.otklik.engagement.DayPeaks;
import io.otklik.engagement.HourCounts;
import io.otklik.engagement.Reactions;
import io.otklik.engagement.Recent;
import io.otklik.engagement.Usual;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;
import io.otklik.schemas.ContentType;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written into state and between tasks is read again as it was. */
class EngagementSerializersTest {

    private static final long ABSENT = CounterSeries.ABSENT;
    private static final String POST = "vk:-900_10";
    private static final Instant AT = Instant.parse("2026-10-05T06:12:00.417Z");
    private static final MessageFact.Place EARLIER = new MessageFact.Place(5, 0, 9);
    private static final MessageFact.Place LATER = new MessageFact.Place(-7, 2, Long.MAX_VALUE);
    private static final WindowKey HOUR =
            new WindowKey(POST, EngagementSize.HOUR, "Z", 1_791_167_400_000L);

    private static final Slice SLICE =
            new Slice(
                    EngagementDimension.PLATFORM,
                    "Заречная область/VK",
                    "VK",
                    Platform.VK,
                    null,
                    null,
                    "Заречная область");

    /** Values of one kind. */
    record Case<T>(TypeSerializer<T> serializer, List<T> values) {
        @Override
        public String toString() {
            return serializer.getClass().getSimpleName();
        }
    }

    static Stream<Case<?>> cases() {
        byte[] sums = Slots.of(59, new WindowSum(Figure.one(Figure.LIKES, -3), new long[] {7}));
        return Stream.of(
                new Case<>(
                        WindowKeySerializer.INSTANCE,
                        List.of(
                                HOUR,
                                new WindowKey("", EngagementSize.DAY, "Asia/Yekaterinburg", -1))),
                new Case<>(
                        BlockSerializer.INSTANCE,
                        List.of(new Block(sums, 5), new Block(Slots.NONE, Long.MAX_VALUE))),
                new Case<>(BlockGainSerializer.INSTANCE, List.of(new BlockGain(HOUR, sums))),
                new Case<>(
                        PageGainSerializer.INSTANCE,
                        List.of(
                                PageGain.of(change(sums, ContentType.CLIP, List.of("ёлка"))),
                                PageGain.of(change(sums, null, List.of())))),
                new Case<>(
                        WindowStateSerializer.INSTANCE,
                        List.of(
                                new WindowState(WindowSum.ZERO, 5),
                                new WindowState(
                                        new WindowSum(
                                                Figure.one(Figure.VIEWS, -3), new long[] {7, 9}),
                                        Long.MIN_VALUE))),
                new Case<>(
                        SliceChangeSerializer.INSTANCE,
                        List.of(
                                SliceChange.of(SLICE, HOUR, sums),
                                SliceChange.ofSubscribers(SLICE, 900_000, -12))),
                new Case<>(ReactionsSerializer.INSTANCE, List.of(Reactions.NONE, reactions())),
                new Case<>(
                        HourCountsSerializer.INSTANCE,
                        List.of(HourCounts.NONE.plus(495_000, 0.25).plus(495_168, -1))),
                new Case<>(
                        WatchSerializer.INSTANCE,
                        List.of(
                                Watch.since(495_000, 7, 9),
                                Watch.since(495_000, 7, 9)
                                        .usualIn(495_001, new Usual(0.5, 2))
                                        .seen(
                                                8,
                                                Recent.NONE.plus(10_000, reactions()),
                                                DayPeaks.NONE.with(20_000, new double[] {1, 2, 3}))
                                        .timedAt(11)
                                        .lookedAt(12))),
                new Case<>(
                        SeenReactionsSerializer.INSTANCE,
                        List.of(
                                new SeenReactions(10_000, "vk:-900_10", 0, 1),
                                new SeenReactions(20_000, "vk:-900_10", 600_000, -3))),
                new Case<>(
                        KnownMessageSerializer.INSTANCE,
                        messages().map(fact -> new KnownMessage(fact, 17)).toList()),
                new Case<>(
                        CountedChangeSerializer.INSTANCE,
                        List.of(new CountedChange(3, 4, new long[] {0, 1, -1, ABSENT}, 5))),
                new Case<>(KnownSeriesSerializer.INSTANCE, series()),
                new Case<>(
                        PostFactSerializer.INSTANCE,
                        Stream.concat(
                                        messages().map(fact -> fact(fact, null)),
                                        Stream.of(fact(null, new CountFact(1, 2, new long[4]))))
                                .toList()),
                new Case<>(
                        PageFactSerializer.INSTANCE,
                        List.of(
                                PageFact.of(change(sums, ContentType.POLL, List.of("субботник"))),
                                PageFact.of(change(sums, null, List.of())),
                                PageFact.of(page()),
                                PageFact.of(new Criticism("a", "vk:-900", null, 5, true)),
                                PageFact.of(new Audience("vk:-900", AT, 2_000, null)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void whatIsWrittenIsRead(Case<T> written) throws IOException {
        for (T value : written.values()) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            written.serializer().serialize(value, out);
            DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

            T read = written.serializer().deserialize(in);

            assertThat(read).usingRecursiveComparison().isEqualTo(value);
            assertThat(in.available()).isZero();
        }
    }

    @Test
    void aFormThatIsNotKnownIsRefused() {
        DataInputDeserializer in = new DataInputDeserializer(new byte[] {9});

        assertThatThrownBy(() -> KnownSeriesSerializer.INSTANCE.deserialize(in))
                .isInstanceOf(IOException.class)
                .hasMessage("State holds totals in form 9, not 1.");
    }

    private static Reactions reactions() {
        return Reactions.NONE.plus(POST, 0, 3).plus("vk:-900_11", 600_000, -1);
    }

    private static Stream<MessageFact> messages() {
        return Stream.of(
                new MessageFact(
                        LATER, false, LATER, true, 3, 0, ContentType.CLIP, List.of("a", "ёж")),
                new MessageFact(LATER, true, EARLIER, false, 3, 77, null, List.of()),
                new MessageFact(EARLIER, true, null, false, ABSENT, 0, null, List.of()));
    }

    private static List<KnownSeries> series() {
        CounterSeries series =
                CounterSeries.EMPTY
                        .withSnapshot(100, new long[] {1_000_000, ABSENT, 0, 7}, null)
                        .withChange(150, new long[] {0, -1, 0, 0});
        return List.of(new KnownSeries(series, ABSENT, 4), KnownSeries.NONE);
    }

    private static PostFact fact(MessageFact message, CountFact counter) {
        return new PostFact("vk:-900", POST, 12, true, message, counter);
    }

    private static PostChange change(byte[] sums, ContentType type, List<String> hashtags) {
        return new PostChange("vk:-900", POST, 1, 2, sums, -3, type, hashtags);
    }

    private static Community page() {
        return new Community(
                "vk:-900",
                Platform.VK,
                null,
                "Наш район",
                "district",
                "Ведомство",
                null,
                null,
                "Заречный",
                "Заречная область",
                "Asia/Yekaterinburg",
                List.of(),
                null,
                AT);
    }
}
