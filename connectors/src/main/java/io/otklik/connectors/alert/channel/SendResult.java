package io.otklik.connectors.alert.channel;

import java.time.Duration;

/** What became of an attempt. Reasons are one sentence and hold no secret. */
public sealed interface SendResult {

    /** The recipient's side has the message. */
    record Delivered() implements SendResult {}

    /**
     * It may work later.
     *
     * @param retryAfter how long the other side asks to be left alone; null if it does not say
     */
    record Failed(String reason, Duration retryAfter) implements SendResult {}

    /** The other side will never take this message. */
    record Refused(String reason) implements SendResult {}
}
