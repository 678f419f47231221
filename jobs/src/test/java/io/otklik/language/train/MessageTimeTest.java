package io.otklik.language.train;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTimeTest {

    private static final ZoneId OMSK = ZoneId.of("Asia/Omsk");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2024-05-17T17:00:02Z          | 2024-05-17T23:00:02
                    2024-05-17T17:00Z             | 2024-05-17T23:00
                    2024-05-17T17:00:02.250Z      | 2024-05-17T23:00:02.250
                    2024-05-17T17:00:00+03:00     | 2024-05-17T20:00
                    2024-05-17 17:00:00 +0300     | 2024-05-17T20:00
                    1715965202                    | 2024-05-17T23:00:02
                    1715965202000                 | 2024-05-17T23:00:02
                    2024-05-17 17:00:02           | 2024-05-17T17:00:02
                    2024-05-17T17:00              | 2024-05-17T17:00
                    2024-05-17                    | 2024-05-17T00:00
                    17.05.2024 9:05               | 2024-05-17T09:05
                    17.05.2024, 10:00:01          | 2024-05-17T10:00:01
                    7.5.2024                      | 2024-05-07T00:00
                    """)
    void readsEveryForm(String written, LocalDateTime time) {
        assertThat(MessageTime.read(written, OMSK)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "вчера", "2024-02-31", "0", "2024-05-17T25:00", "17.05.2024 10:00 утра"})
    void whatIsNoTimeIsNull(String written) {
        assertThat(MessageTime.read(written, OMSK)).isNull();
    }

    @Test
    void nothingIsNull() {
        assertThat(MessageTime.read(null, OMSK)).isNull();
    }
}
