package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class StateSerializationTest {

    @Test
    void stateHoldsNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(TrackedMessage.class);
    }

    @Test
    void aTrackedMessageComesBackEqual() throws Exception {
        Message message = Messages.resident(2, 0, "p:anna", "Где вода? 💧", 5);
        AppealEvent event =
                new AppealEvent(
                        "id",
                        message.messageId(),
                        message.threadId(),
                        message.communityId(),
                        AppealEventType.DETECTED,
                        message.messageId(),
                        message.publishedAt(),
                        null,
                        null,
                        null,
                        0L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "1",
                        false,
                        7);
        TrackedMessage tracked =
                TrackedMessage.of(message, MessageVersion.of(message, null, null), 1)
                        .with(new Emitted(5, true, List.of(event), 7), 8);

        assertThat(copy(tracked)).isEqualTo(tracked);
    }

    private static TrackedMessage copy(TrackedMessage value) throws Exception {
        TypeSerializer<TrackedMessage> serializer =
                TypeInformation.of(TrackedMessage.class)
                        .createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
