package io.otklik.local.clickhouse.http;

import io.otklik.local.clickhouse.engine.EngineInfo;
import org.junit.jupiter.api.Test;

import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class NativeHelloTest {

    private static final EngineInfo ENGINE = new EngineInfo("ch", "26.7.2.1", "UTC");

    @Test
    void writesOneBlockOfTheClientsRevision() {
        // Block info; 4 columns, 1 row; each: name, type, 0 = no custom serialization, value.
        String expected =
                "0100 02ffffffff 00 0401"
                        + "0d646973706c61794e616d652829 06537472696e67 00 026368"
                        + "0976657273696f6e2829 06537472696e67 00 0832362e372e322e31"
                        + "0a7265766973696f6e2829 0655496e743332 00 00000000"
                        + "0a74696d657a6f6e652829 06537472696e67 00 03555443";
        assertThat(NativeHello.answer(ENGINE, 54483))
                .isEqualTo(HexFormat.of().parseHex(expected.replace(" ", "")));
    }

    @Test
    void anOlderClientReadsNoSerializationByte() {
        assertThat(NativeHello.answer(ENGINE, 54453))
                .hasSize(NativeHello.answer(ENGINE, 54454).length - 4);
    }
}
