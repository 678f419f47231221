package io.otklik.connectors.kafka;

import io.otklik.connectors.RandomRecords;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.JsonWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class RecordTopicTest {

    private static final int RECORDS = 500;

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    <T> void aTopicsRecordsAreWrittenAsTheCodecWritesThem(String name, RecordTopic<T> topic)
            throws ReflectiveOperationException {
        JsonWriter<T> writer = topic.writer();
        JsonCodec<T> codec = topic.codec();
        RandomRecords random = new RandomRecords(11);
        int written = 0;
        for (int i = 0; i < RECORDS; i++) {
            Optional<T> row = random.next(topic.type());
            if (row.isPresent()) {
                assertThat(new String(writer.encode(row.get()), StandardCharsets.UTF_8))
                        .isEqualTo(new String(codec.encode(row.get()), StandardCharsets.UTF_8));
                written++;
            }
        }
        // The rules of some are hard to meet by chance.
        assertThat(written).isPositive();
    }

    static Stream<Object[]> topics() {
        return Arrays.stream(RecordTopic.class.getFields())
                .filter(field -> field.getType() == RecordTopic.class)
                .map(field -> new Object[] {field.getName(), valueOf(field)});
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
