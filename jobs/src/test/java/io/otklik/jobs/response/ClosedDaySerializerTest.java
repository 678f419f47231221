package io.otklik.jobs.response;

import io.otklik.schemas.WindowSize;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ClosedDaySerializerTest {

    private static final Instant AT = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void windowsAreReadAsTheyWereWritten() throws Exception {
        AppealFacts answered =
                Facts.opened("2026-03-02T05:00:00Z").acknowledged(AT).answered(AT).facts();
        AppealFacts waiting = Facts.opened("2026-03-02T05:50:00Z").facts();
        Map<WindowKey, WindowSum> sums = WindowSums.difference(answered, waiting);
        assertThat(sums).hasSizeGreaterThan(4);

        Map<WindowKey, WindowSum> read = read(write(new ClosedDay(sums))).sums();

        assertThat(read).usingRecursiveComparison().isEqualTo(sums);
    }

    @Test
    void aWindowInWhichOneAppealWasOpenedIsSmall() throws Exception {
        WindowKey window = WindowKey.of(WindowSize.FIVE_MINUTES, "Asia/Yekaterinburg", AT);
        WindowSum sum = WindowSum.waiting(AT, 1).plus(WindowSum.counting(Count.OPENED, 1));

        assertThat(write(new ClosedDay(Map.of(window, sum)))).hasSizeLessThan(36);
    }

    private static byte[] write(ClosedDay day) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        new ClosedDaySerializer().serialize(day, out);
        return out.getCopyOfBuffer();
    }

    private static ClosedDay read(byte[] bytes) throws Exception {
        return new ClosedDaySerializer().deserialize(new DataInputDeserializer(bytes));
    }
}
