package io.otklik.local.clickhouse.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request sets. */
class SessionTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "", "false", "00"})
    void whatIsReadOnlyIsNotMadeWritableByItsCaller(String wish) throws EngineException {
        assertThat(changes(true, Map.of("readonly", wish))).isEqualTo("readonly = 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aWishForReadingAloneStands(String wish) throws EngineException {
        assertThat(changes(true, Map.of("readonly", wish))).isEqualTo("readonly = '" + wish + "'");
    }

    @Test
    void otherSettingsStand() throws EngineException {
        assertThat(changes(true, Map.of("max_threads", "1")))
                .isEqualTo("max_threads = '1', readonly = 2");
        assertThat(changes(false, Map.of("readonly", "0"))).isEqualTo("readonly = '0'");
        assertThat(changes(false, Map.of())).isEmpty();
    }

    private static String changes(boolean readOnly, Map<String, String> settings)
            throws EngineException {
        return new Session(null, settings, Map.of(), readOnly).changes();
    }
}
