package io.otklik.schemas;

/**
 * A record as its topic carries it.
 *
 * @param key in UTF-8
 * @param json as {@link JsonCodec} writes it
 * @param at the record's own time, epoch milliseconds
 */
public record JsonRecord(byte[] key, byte[] json, long at) {}
