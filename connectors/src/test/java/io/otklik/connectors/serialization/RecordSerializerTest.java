package io.otklik.connectors.serialization;

import io.otklik.connectors.Samples;
import io.otklik.connectors.kafka.Parsed;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Incident;
import io.otklik.schemas.Message;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.SuspicionSignal;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Everything that travels between operators does so without Kryo, and arrives as it left. */
class RecordSerializerTest {

    /** Values of one type with the type information that jobs use. */
    record Case<T>(TypeInformation<T> type, List<T> values) {
        @Override
        public String toString() {
            return type.getTypeClass().getSimpleName() + " " + values.get(0).getClass().hashCode();
        }
    }

    static Stream<Case<?>> cases() {
        return Stream.of(
                of(Message.class, Samples.messages()),
                of(Counter.class, Samples.counters()),
                of(Community.class, Samples.communities()),
                of(OfficialAuthor.class, Samples.communities().get(0).officialAuthors()),
                of(SlaPolicy.class, Samples.slaPolicies()),
                of(SlaTarget.class, Samples.slaPolicies().get(0).targets()),
                of(Claim.class, Samples.claims()),
                of(Verdict.class, Samples.verdicts()),
                of(Suspicion.class, Samples.suspicions()),
                of(SuspicionSignal.class, Samples.suspicions().get(0).signals()),
                of(Copy.class, Samples.copies()),
                of(WorkCalendar.class, Samples.workCalendars()),
                of(WeekdayHours.class, Samples.workCalendars().get(0).week()),
                of(CalendarDay.class, Samples.workCalendars().get(0).days()),
                of(RuleBookVersion.class, Samples.ruleBooks()),
                of(Appeal.class, Samples.appeals()),
                of(AppealEvent.class, Samples.appealEvents()),
                of(Alert.class, Samples.alerts()),
                of(AlertDelivery.class, Samples.alertDeliveries()),
                of(Incident.class, Samples.incidents()),
                of(DeadLetter.class, Samples.deadLetters()),
                of(PlatformEvent.class, platformEvents()),
                new Case<>(Parsed.typeOf(Message.class), parsed(Samples.messages())),
                new Case<>(Parsed.typeOf(Community.class), parsed(Samples.communities())),
                new Case<>(Parsed.typeOf(PlatformEvent.class), parsed(platformEvents())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valueComesBackEqualAndCopiesAreEqual(Case<?> one) throws IOException {
        assertRoundTrip(one);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noPartOfItIsAGenericType(Case<?> one) {
        assertThat(one.type().getClass().getSimpleName()).isEqualTo("PojoTypeInfo");
        assertThat(serializer(one.type())).isNotNull();
    }

    @Test
    void recordsArePojosToFlinkItself() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Message.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Counter.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Community.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SlaPolicy.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(WorkCalendar.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RuleBookVersion.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Appeal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(AppealEvent.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Alert.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(AlertDelivery.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Incident.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(DeadLetter.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PlatformEvent.class);
    }

    /** The tests above can fail: a type that Flink does not know is refused. */
    @Test
    void typeThatNeedsKryoIsRefused() {
        assertThatThrownBy(() -> serializer(TypeInformation.of(WithUuid.class)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Generic types have been disabled");
    }

    /** A record with a component that only Kryo could write. */
    public record WithUuid(UUID id) {}

    private static <T> void assertRoundTrip(Case<T> one) throws IOException {
        TypeSerializer<T> serializer = serializer(one.type());
        for (T value : one.values()) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(value, out);
            DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

            assertThat(serializer.deserialize(in)).isEqualTo(value);
            assertThat(in.available()).isZero();
            assertThat(serializer.copy(value)).isEqualTo(value);
        }
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return type.createSerializer(new SerializerConfigImpl(configuration));
    }

    private static <T> Case<T> of(Class<T> type, List<T> values) {
        return new Case<>(TypeInformation.of(type), values);
    }

    private static <T> List<Parsed<T>> parsed(List<T> values) {
        return Stream.concat(
                        values.stream().map(Parsed::of),
                        Samples.deadLetters().stream().map(Parsed::<T>dead))
                .toList();
    }

    private static List<PlatformEvent> platformEvents() {
        return List.of(
                PlatformEvent.of(Samples.messages().get(1)),
                PlatformEvent.of(Samples.counters().get(1)),
                PlatformEvent.of(
                        new PlatformEvent.ThreadLink("telegram:-1_2", "telegram:-3", "", null)),
                PlatformEvent.of(
                        new PlatformEvent.Rejection(0, DeadLetterReason.EMPTY, null, null)));
    }
}
