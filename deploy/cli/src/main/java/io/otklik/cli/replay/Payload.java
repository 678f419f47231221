package io.otklik.cli.replay;

import java.time.Instant;

/**
 * One record to be sent.
 *
 * @param key null if the payload names no thread
 * @param value the bytes as they stand in the file
 * @param time when it reached the gateway
 * @param dated whether a payload of its file tells that time; else it is that of the sending
 * @param broken whether it is no JSON; it is sent all the same and becomes a dead letter
 * @param place file and line, for messages
 */
record Payload(
        byte[] key, byte[] value, Instant time, boolean dated, boolean broken, String place) {}
