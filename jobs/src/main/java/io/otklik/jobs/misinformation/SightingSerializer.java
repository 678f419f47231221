package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.ImmutableType;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@link Sighting} into state and to the next task. Each opens with the number of its
 * form, so that a later form can still read it.
 */
final class SightingSerializer extends ImmutableSerializer<Sighting> {
    private static final long serialVersionUID = 1L;

    static final SightingSerializer INSTANCE = new SightingSerializer();

    private static final int FORM = 1;

    private static final int OFFICIAL = 1;
    private static final int CLAIM_SURE = 2;
    private static final int NOTABLE = 4;
    private static final int SHARES_LINK = 8;

    private static final Platform[] PLATFORMS = Platform.values();
    private static final MessageType[] TYPES = MessageType.values();
    private static final CopyStance[] STANCES = CopyStance.values();

    @Override
    public void serialize(Sighting sighting, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeText(sighting.messageId(), out);
        out.writeLong(sighting.textId());
        StateWriter.writeText(sighting.communityId(), out);
        StateWriter.writeEnum(sighting.platform(), out);
        StateWriter.writeEnum(sighting.type(), out);
        StateWriter.writeEnum(sighting.stance(), out);
        out.writeByte(
                (sighting.official() ? OFFICIAL : 0)
                        | (sighting.claimSure() ? CLAIM_SURE : 0)
                        | (sighting.notable() ? NOTABLE : 0)
                        | (sighting.sharesLink() ? SHARES_LINK : 0));
        StateWriter.writeText(sighting.url(), out);
        out.writeLong(sighting.publishedAt());
        StateWriter.writeText(sighting.text(), out);
        out.writeLong(sighting.signals());
        StateWriter.writeText(sighting.claimId(), out);
        if (sighting.claimId() != null) {
            out.writeDouble(sighting.claimScore());
            StateWriter.writeVarint(sighting.claimWords().size(), out);
            for (String word : sighting.claimWords()) {
                StateWriter.writeText(word, out);
            }
        }
    }

    @Override
    public Sighting deserialize(DataInputView in) throws IOException {
        int form = in.readByte();
        if (form != FORM) {
            throw new IOException("State holds a sighting in form " + form + ", not " + FORM + ".");
        }
        String messageId = StateWriter.readText(in);
        long textId = in.readLong();
        String communityId = StateWriter.readText(in);
        Platform platform = StateWriter.readEnum(PLATFORMS, in);
        MessageType type = StateWriter.readEnum(TYPES, in);
        CopyStance stance = StateWriter.readEnum(STANCES, in);
        int marks = in.readByte();
        String url = StateWriter.readText(in);
        long publishedAt = in.readLong();
        String text = StateWriter.readText(in);
        long signals = in.readLong();
        String claimId = StateWriter.readText(in);
        double claimScore = claimId == null ? 0 : in.readDouble();
        List<String> claimWords = claimId == null ? List.of() : readWords(in);
        return new Sighting(
                messageId,
                textId,
                communityId,
                platform,
                type,
                (marks & OFFICIAL) != 0,
                stance,
                url,
                publishedAt,
                text,
                signals,
                claimId,
                claimScore,
                (marks & CLAIM_SURE) != 0,
                claimWords,
                (marks & NOTABLE) != 0,
                (marks & SHARES_LINK) != 0);
    }

    private static List<String> readWords(DataInputView in) throws IOException {
        int size = (int) StateWriter.readVarint(in);
        List<String> words = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            words.add(StateWriter.readText(in));
        }
        return words;
    }

    @Override
    public Sighting createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Sighting> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Sighting> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<Sighting> {

        @Override
        public TypeInformation<Sighting> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(Sighting.class, INSTANCE);
        }
    }
}
