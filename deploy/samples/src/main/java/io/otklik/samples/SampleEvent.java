package io.otklik.samples;

import io.otklik.schemas.Topic;

/**
 * One record for a raw topic.
 *
 * @param topic {@code raw.vk}, {@code raw.telegram} or {@code raw.message}
 * @param key the Kafka key: messages of one thread share it
 * @param receivedAt when the gateway received it, epoch milliseconds; a duplicate keeps the first
 *     one's
 * @param payload one JSON text without line breaks, or something broken
 */
public record SampleEvent(Topic topic, String key, long receivedAt, byte[] payload) {}
