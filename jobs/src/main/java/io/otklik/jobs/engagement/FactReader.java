package io.otklik.jobs.engagement;

import io.otklik.connectors.json.NotPlainException;
import io.otklik.connectors.kafka.ValueReader;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;

import java.util.function.Function;

/**
 * Reads what counts of a record: without making one where its JSON is as the codec writes it; of
 * all else the codec says what it is, and what is wrong with it.
 */
abstract class FactReader<T> implements ValueReader<PostFact> {

    private final JsonCodec<T> codec;
    private final Function<T, PostFact> fact;

    FactReader(Class<T> type, Function<T, PostFact> fact) {
        this.codec = JsonCodec.of(type);
        this.fact = fact;
    }

    @Override
    public final PostFact read(byte[] value) throws MalformedPayloadException {
        if (value != null) {
            try {
                return plain(value);
            } catch (NotPlainException e) {
                // The codec knows.
            }
        }
        return fact.apply(codec.decode(value));
    }

    /** Reads what the codec writes. */
    abstract PostFact plain(byte[] json) throws NotPlainException;
}
