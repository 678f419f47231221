package io.otklik.samples;

import io.otklik.schemas.Topic;

import java.util.function.Consumer;

/** Writes what one platform sends; each call gives the events of one occurrence. */
interface PayloadWriter {

    void post(PostThread thread, long receivedAt, Consumer<SampleEvent> out);

    void comment(Note note, long receivedAt, Consumer<SampleEvent> out);

    /** A changed comment; {@code at} is the time of the change. */
    void edited(Note note, long at, long receivedAt, Consumer<SampleEvent> out);

    /** A changed post, where the platform tells. */
    void edited(PostThread thread, long at, long receivedAt, Consumer<SampleEvent> out);

    /** Nothing where the platform does not tell. */
    void deleted(Note note, long at, long receivedAt, Consumer<SampleEvent> out);

    void restored(Note note, long at, long receivedAt, Consumer<SampleEvent> out);

    Topic topic();
}
