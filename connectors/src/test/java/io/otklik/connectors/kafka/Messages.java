package io.otklik.connectors.kafka;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.time.Instant;
import java.util.List;

/** Small messages. */
final class Messages {

    private Messages() {}

    static Message at(String text, Instant time) {
        return new Message(
                "vk:-1_2_" + text,
                Platform.VK,
                MessageType.COMMENT,
                "vk:-1",
                "vk:-1_2",
                null,
                null,
                "a",
                AuthorKind.PERSON,
                text,
                List.of(),
                null,
                time,
                null,
                time,
                Change.CREATED);
    }
}
