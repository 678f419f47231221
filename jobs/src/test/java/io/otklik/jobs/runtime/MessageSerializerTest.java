package io.otklik.jobs.runtime;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MessageSerializerTest {

    private static final Instant PUBLISHED = Instant.parse("2026-10-05T06:00:00.123456789Z");

    @Test
    void aMessageComesBackEqual() throws Exception {
        Message message =
                new Message(
                        "vk:-1_2_3",
                        Platform.VK,
                        MessageType.COMMENT,
                        "vk:-1",
                        "vk:-1_2",
                        "vk:-1_2_1",
                        "p:anna",
                        "vk:-1",
                        AuthorKind.COMMUNITY,
                        "Воду дали 💧",
                        List.of("photo", "видео"),
                        "https://vk.com/wall-1_2?reply=3",
                        PUBLISHED,
                        PUBLISHED.plusSeconds(60),
                        Instant.EPOCH.minusMillis(1),
                        Change.EDITED);

        assertThat(copy(message)).isEqualTo(message);
    }

    @Test
    void aDeletionComesBackWithoutWhatItDoesNotName() throws Exception {
        Message deletion =
                new Message(
                        "vk:-1_2",
                        Platform.VK,
                        MessageType.POST,
                        "vk:-1",
                        "vk:-1_2",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        PUBLISHED,
                        Change.DELETED,
                        "vk:-1");

        assertThat(copy(deletion)).isEqualTo(deletion);
    }

    private static Message copy(Message message) throws Exception {
        TypeSerializer<Message> serializer =
                MessageSerializer.TYPE.createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(message, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        Message copy = serializer.deserialize(in);
        assertThat(in.available()).isZero();
        return copy;
    }
}
