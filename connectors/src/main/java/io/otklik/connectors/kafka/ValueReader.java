package io.otklik.connectors.kafka;

import io.otklik.schemas.MalformedPayloadException;

/** Makes something of a record's bytes; for one thread. */
@FunctionalInterface
public interface ValueReader<T> {

    /**
     * @param value null: there is none
     * @throws MalformedPayloadException if the bytes are not the record they should be
     */
    T read(byte[] value) throws MalformedPayloadException;
}
