package io.otklik.connectors.platform;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Reads what one platform sends. An implementation keeps no state between payloads and may be used
 * by one thread at a time.
 */
public interface PayloadParser {

    /**
     * Reads one payload, which may carry several items.
     *
     * <p>Every item gives at least one event: a payload never vanishes and never throws.
     *
     * @param receivedAt when the payload reached the gateway: the Kafka record's time
     */
    void parse(byte[] payload, Instant receivedAt, Consumer<PlatformEvent> out);
}
