package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.typeinfo.TypeInfo;

import java.util.List;

/**
 * That a message carries a text.
 *
 * @param textId of the text's words, see {@link io.otklik.similarity.copy.Sketch}
 * @param ownPage whether the page itself wrote it
 * @param official whether that page was one of the register then; decided where stories are
 *     followed, by {@link OfficialPages}: the register may come later than the message, and change
 * @param stance by anybody but an official page until that is decided
 * @param denies whether it denies what it tells of
 * @param publishedAt epoch milliseconds; of an edited text when it was edited
 * @param text its beginning
 * @param signals bits of the text's signals
 * @param claimId the claim that it repeats; null if none
 * @param notable whether the text alone is worth following, without a second copy
 * @param sharesLink whether its link stood on many pages within a minute, see {@link MeetAtLinks}
 */
@WrittenBy(SightingSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record Sighting(
        String messageId,
        long textId,
        String communityId,
        Platform platform,
        MessageType type,
        boolean ownPage,
        boolean official,
        CopyStance stance,
        boolean denies,
        String url,
        long publishedAt,
        String text,
        long signals,
        String claimId,
        double claimScore,
        boolean claimSure,
        List<String> claimWords,
        boolean notable,
        boolean sharesLink) {

    /** The same message as one that is about another text. */
    Sighting about(long otherTextId) {
        return with(otherTextId, official, stance, notable, sharesLink);
    }

    /** The same with a link that stood on many pages; that is worth following. */
    Sighting asSharingLink() {
        return sharesLink ? this : with(textId, official, stance, true, true);
    }

    /** The same by an official page; what it links to is no sign of coordination. */
    Sighting asOfficial() {
        return with(textId, true, denies ? CopyStance.REFUTATION : stance, notable, false);
    }

    /** What two sightings of a message with one text say: the earlier one counts. */
    Sighting and(Sighting other) {
        Sighting earlier = publishedAt <= other.publishedAt ? this : other;
        return sharesLink || other.sharesLink ? earlier.asSharingLink() : earlier;
    }

    /** Whether another says the same, whatever there is about links. */
    boolean sameBesideLinks(Sighting other) {
        return asSharingLink().equals(other.asSharingLink());
    }

    private Sighting with(
            long textId, boolean official, CopyStance stance, boolean notable, boolean sharesLink) {
        return new Sighting(
                messageId,
                textId,
                communityId,
                platform,
                type,
                ownPage,
                official,
                stance,
                denies,
                url,
                publishedAt,
                text,
                signals,
                claimId,
                claimScore,
                claimSure,
                claimWords,
                notable,
                sharesLink);
    }

    Label label() {
        return new Label(publishedAt, messageId);
    }
}
