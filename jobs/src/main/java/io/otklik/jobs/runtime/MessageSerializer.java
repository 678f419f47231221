package io.otklik.jobs.runtime;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.time.Instant;

/** Writes a {@link Message} to the next task, in a third of the time of Flink's own serializer. */
public final class MessageSerializer extends ImmutableSerializer<Message> {
    private static final long serialVersionUID = 1L;

    private static final MessageSerializer INSTANCE = new MessageSerializer();

    /** The type of a stream of messages that is written so. */
    public static final TypeInformation<Message> TYPE = ImmutableType.of(Message.class, INSTANCE);

    private static final Platform[] PLATFORMS = Platform.values();
    private static final MessageType[] TYPES = MessageType.values();
    private static final AuthorKind[] AUTHOR_KINDS = AuthorKind.values();
    private static final Change[] CHANGES = Change.values();

    @Override
    public void serialize(Message message, DataOutputView out) throws IOException {
        StateWriter.writeText(message.messageId(), out);
        StateWriter.writeEnum(message.platform(), out);
        StateWriter.writeEnum(message.type(), out);
        StateWriter.writeText(message.communityId(), out);
        StateWriter.writeText(message.threadId(), out);
        StateWriter.writeText(message.parentId(), out);
        StateWriter.writeText(message.replyToAuthorId(), out);
        StateWriter.writeText(message.authorId(), out);
        StateWriter.writeEnum(message.authorKind(), out);
        StateWriter.writeText(message.text(), out);
        StateWriter.writeTexts(message.attachments(), out);
        StateWriter.writeText(message.url(), out);
        writeInstant(message.publishedAt(), out);
        writeInstant(message.editedAt(), out);
        writeInstant(message.observedAt(), out);
        StateWriter.writeEnum(message.change(), out);
        StateWriter.writeText(message.deleterId(), out);
    }

    @Override
    public Message deserialize(DataInputView in) throws IOException {
        return new Message(
                StateWriter.readText(in),
                StateWriter.readEnum(PLATFORMS, in),
                StateWriter.readEnum(TYPES, in),
                StateWriter.readText(in),
                StateWriter.readText(in),
                StateWriter.readText(in),
                StateWriter.readText(in),
                StateWriter.readText(in),
                StateWriter.readEnum(AUTHOR_KINDS, in),
                StateWriter.readText(in),
                StateWriter.readTexts(in),
                StateWriter.readText(in),
                readInstant(in),
                readInstant(in),
                readInstant(in),
                StateWriter.readEnum(CHANGES, in),
                StateWriter.readText(in));
    }

    /** Unlike a time in state it keeps its nanoseconds, and may be null. */
    private static void writeInstant(Instant time, DataOutputView out) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.getEpochSecond());
            StateWriter.writeVarint(time.getNano(), out);
        }
    }

    private static Instant readInstant(DataInputView in) throws IOException {
        return in.readBoolean()
                ? Instant.ofEpochSecond(in.readLong(), StateWriter.readVarint(in))
                : null;
    }
}
