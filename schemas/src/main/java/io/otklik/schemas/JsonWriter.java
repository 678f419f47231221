package io.otklik.schemas;

/**
 * Writes records as {@link JsonCodec} does, byte for byte, in a fraction of the time: a job writes
 * several of them for each message that it reads. Not safe for use by several threads.
 */
public final class JsonWriter<T> {

    private final RecordMembers members;
    private final JsonBytes json = new JsonBytes();

    private JsonWriter(RecordMembers members) {
        this.members = members;
    }

    /**
     * @throws IllegalArgumentException if a component is no text, number, truth value, instant,
     *     enum, record or list of these
     */
    public static <T> JsonWriter<T> of(Class<T> type) {
        return new JsonWriter<>(RecordMembers.of(type));
    }

    public byte[] encode(T row) {
        members.write(row, json);
        return json.take();
    }
}
