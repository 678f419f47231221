package io.otklik.jobs.misinformation;

import io.otklik.schemas.CopyStance;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes between tasks and into state comes back as it was, by the serializer Flink finds. */
class RecordFormsTest {

    private static final Label LABEL = new Label(-5, "vk:-1_1_1");
    private static final Sketch SKETCH = new Sketch(-7, new char[] {0, 2, 0xFFFF, 0x80FF, 1});

    private static final Sighting SIGHTING =
            Talk.sighting("vk:-1_1_3", 3, 4, CopyStance.STORY, null, 0, "Вода 💧");

    static Stream<Object> records() {
        return Stream.of(
                LABEL,
                new Hop(Long.MIN_VALUE, 2, LABEL, 3),
                Hop.link(1, Long.MAX_VALUE, 4),
                new Drawn(-1, 2, SKETCH),
                new FirstSight.Seen(LABEL, 2, -3),
                new AssignStory.Story(LABEL, 2, true, false, 300, 4),
                new AssignStory.Story(LABEL, 2, false, true, 0, 0),
                new Member("vk:-1_1_1", SIGHTING, null, 5),
                new Member("vk:-1_1_1", SIGHTING, "vk:-1_1_2", 5),
                new Carried(List.of(SIGHTING, SIGHTING.about(9)), 7, 999),
                SIGHTING,
                Talk.sighting("vk:-1_1", 3, 4, CopyStance.QUESTION, "claim", 0.2, ""),
                new Sighting(
                        "tg:1_2",
                        -1,
                        "tg:1",
                        Platform.TELEGRAM,
                        MessageType.POST,
                        true,
                        true,
                        CopyStance.REFUTATION,
                        true,
                        null,
                        -1,
                        "\uD83D",
                        -1,
                        "claim",
                        0.3,
                        true,
                        List.of("вода", "w"),
                        true,
                        true));
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aRecordComesBackEqual(T value) throws Exception {
        assertThat(copy(value)).isEqualTo(value);
    }

    @Test
    void aTextComesBackWithItsBuckets() throws Exception {
        SeenText text = new SeenText(LABEL, SKETCH, new long[] {-1, 0, Long.MAX_VALUE});

        SeenText copy = copy(text);

        assertThat(copy.label()).isEqualTo(LABEL);
        assertThat(copy.sketch()).isEqualTo(SKETCH);
        assertThat(copy.buckets()).containsExactly(text.buckets());
    }

    @Test
    void whatIsKnownOfATextComesBackWithItsNeighbours() throws Exception {
        PassLabel.Known alone = new PassLabel.Known(null, 5, new long[0]);
        PassLabel.Known known = new PassLabel.Known(LABEL, 6, new long[] {-1, 7});

        assertThat(copy(alone).label()).isNull();
        assertThat(copy(alone).neighbours()).isEmpty();
        assertThat(copy(known).label()).isEqualTo(LABEL);
        assertThat(copy(known).lastAt()).isEqualTo(6);
        assertThat(copy(known).neighbours()).containsExactly(-1, 7);
    }

    @ParameterizedTest
    @ValueSource(bytes = {1, 9})
    void aFormOfAnotherBuildIsRefused(byte form) {
        assertThatThrownBy(
                        () ->
                                SightingSerializer.INSTANCE.deserialize(
                                        new DataInputDeserializer(new byte[] {form})))
                .hasMessageContaining("in form " + form + ", not 2");
    }

    private static <T> T copy(T value) throws Exception {
        @SuppressWarnings("unchecked")
        TypeSerializer<T> serializer =
                (TypeSerializer<T>)
                        TypeInformation.of(value.getClass())
                                .createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        T copy = serializer.deserialize(in);
        assertThat(in.available()).isZero();
        return copy;
    }
}
