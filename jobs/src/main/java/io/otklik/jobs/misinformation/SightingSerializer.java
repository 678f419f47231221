package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.List;

/**
 * Writes a {@link Sighting} into state and to the next task. Each opens with the number of its
 * form, so that a later form can still read it.
 */
final class SightingSerializer extends ImmutableSerializer<Sighting> {
    private static final long serialVersionUID = 1L;

    static final SightingSerializer INSTANCE = new SightingSerializer();

    /** Form 1, of no release, did not tell who denies; its stories are begun anew. */
    private static final int FORM = 2;

    private static final int OFFICIAL = 1;
    private static final int CLAIM_SURE = 2;
    private static final int NOTABLE = 4;
    private static final int SHARES_LINK = 8;
    private static final int OWN_PAGE = 16;
    private static final int DENIES = 32;

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
                        | (sighting.sharesLink() ? SHARES_LINK : 0)
                        | (sighting.ownPage() ? OWN_PAGE : 0)
                        | (sighting.denies() ? DENIES : 0));
        StateWriter.writeText(sighting.url(), out);
        out.writeLong(sighting.publishedAt());
        StateWriter.writeText(sighting.text(), out);
        out.writeLong(sighting.signals());
        StateWriter.writeText(sighting.claimId(), out);
        if (sighting.claimId() != null) {
            out.writeDouble(sighting.claimScore());
            StateWriter.writeTexts(sighting.claimWords(), out);
        }
    }

    @Override
    public Sighting deserialize(DataInputView in) throws IOException {
        StateWriter.requireForm(FORM, "a sighting", in);
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
        List<String> claimWords = claimId == null ? List.of() : StateWriter.readTexts(in);
        return new Sighting(
                messageId,
                textId,
                communityId,
                platform,
                type,
                (marks & OWN_PAGE) != 0,
                (marks & OFFICIAL) != 0,
                stance,
                (marks & DENIES) != 0,
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
}
